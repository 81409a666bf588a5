package io.dyad.runtime.cli;

import io.dyad.runtime.discovery.check.Finding;
import io.dyad.runtime.discovery.check.PluginCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a plugin for its author. */
@Command(
    name = "check",
    description = "Check a plugin: service files, options, presets, classes, manifest.",
    mixinStandardHelpOptions = true)
final class PluginsCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "JAR|FOLDER",
      description = "A jar, a folder of a jar and its libraries, or a folder of classes.")
  private Path plugin = Path.of("");

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Console console = Console.of(spec.commandLine());
    List<Finding> findings =
        PluginCheck.of(plugin, InstalledPlugins.load(console), Dyad.class.getClassLoader());
    long errors = findings.stream().filter(Finding::isError).count();
    if (json) {
      console.json(findings);
    } else {
      findings.forEach(finding -> print(finding, console));
      console.print(plugin + ": errors " + errors + ", warnings " + (findings.size() - errors));
    }
    return errors == 0 ? ExitCode.DONE : ExitCode.PLUGIN;
  }

  private static void print(Finding finding, Console console) {
    String severity = finding.severity().name().toLowerCase(Locale.ROOT);
    console.print(severity + "  " + finding.where() + ": " + finding.problem());
    console.print("  " + finding.advice());
  }
}
