package io.dyad.runtime.cli;

import io.dyad.api.ConfigurationException;
import io.dyad.api.Loss;
import io.dyad.runtime.discovery.ExtensionPoint;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.template.PluginNames;
import io.dyad.runtime.template.PluginProject;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the project of a new plugin. */
@Command(
    name = "new-plugin",
    description = "Write a small Maven project: a loss with its options, preset and tests.",
    mixinStandardHelpOptions = true)
final class NewPluginCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "NAME",
      description = "How configurations will call the loss, such as warm-start.")
  private String name = "";

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "The folder to write, not there yet or empty (default: NAME).")
  private Optional<Path> dir = Optional.empty();

  @Option(
      names = "--package",
      paramLabel = "PKG",
      description = "The Java package (default: GROUPID.NAME without hyphens).")
  private Optional<String> packageName = Optional.empty();

  @Option(
      names = "--group",
      paramLabel = "GROUPID",
      defaultValue = "com.example",
      description = "The group of the artifact (default: ${DEFAULT-VALUE}).")
  private String group = "com.example";

  @Override
  public void run() {
    Console console = Console.of(spec.commandLine());
    PluginNames names = PluginNames.of(name, group, packageName);
    refuseIfTaken(InstalledPlugins.load(console));
    Path folder = dir.orElse(Path.of(name));
    PluginProject project = new PluginProject(names);
    project.write(folder);
    console.print("wrote " + folder + ": " + project.files().size() + " files. Next:");
    console.print("");
    console.print("  cd " + folder);
    console.print(
        "  mvn verify                      # builds the jar, runs its contract and vectors");
    console.print("  DYAD_CLASSPATH=" + project.jar() + " dyad train " + name);
    console.print("");
    console.print(
        "Maven finds Dyad's artifacts after one `mvn -DskipTests install` in a clone of Dyad.");
    console.print(
        "README.md there says what is what; docs/plugin-authors.md of Dyad is the guide.");
  }

  /** The name would only be found out to be taken when the jar is dropped in. */
  private void refuseIfTaken(Plugins plugins) {
    boolean loss = plugins.find(ExtensionPoint.of(Loss.class), name).isPresent();
    if (loss || plugins.presets().containsKey(name)) {
      throw new ConfigurationException(
          "there is a %s named \"%s\" already (dyad plugins show %s); choose another name"
              .formatted(loss ? "loss" : "preset", name, name));
    }
  }
}
