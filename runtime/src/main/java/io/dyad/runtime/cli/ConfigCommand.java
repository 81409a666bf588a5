package io.dyad.runtime.cli;

import io.dyad.runtime.experiment.LoadedExperiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the effective configuration. */
@Command(
    name = "config",
    description = "Check a configuration and print every value with where it comes from.",
    mixinStandardHelpOptions = true)
final class ConfigCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExperimentArguments arguments = new ExperimentArguments();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    Console console = Console.of(spec.commandLine());
    LoadedExperiment loaded = arguments.load(InstalledPlugins.load(console));
    console.print((json ? loaded.json() : loaded.text()).stripTrailing());
  }
}
