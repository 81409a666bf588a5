package io.dyad.runtime.cli;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How this process was started, so that it can start others like itself. */
final class JavaCommand {
  private JavaCommand() {}

  /** Returns the command of {@link Dyad} on the same JVM, options, class path and plugins. */
  static List<String> dyad(PluginFolders plugins) {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Dyad.class.getName()));
    for (Path folder : plugins.paths()) {
      command.addAll(List.of("--plugin-path", folder.toString()));
    }
    return command;
  }

  private static String java() {
    return ProcessHandle.current()
        .info()
        .command()
        .orElseGet(() -> System.getProperty("java.home") + File.separator + "bin/java");
  }
}
