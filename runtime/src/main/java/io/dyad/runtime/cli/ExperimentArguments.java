package io.dyad.runtime.cli;

import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.experiment.ExperimentFile;
import io.dyad.runtime.experiment.LoadedExperiment;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of commands that work on an experiment; used as a mixin. */
final class ExperimentArguments {
  @Parameters(
      paramLabel = "CONF",
      arity = "0..1",
      defaultValue = "quick-start",
      description = "A configuration file, or the name of a preset (default: ${DEFAULT-VALUE}).")
  private String file = "quick-start";

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Set an option over what the file says; may be repeated.")
  private List<String> settings = new ArrayList<>();

  List<String> settings() {
    return settings;
  }

  /** Loads the experiment; the command's own settings lie over those of the user. */
  LoadedExperiment load(Plugins plugins, String... own) {
    List<String> all = new ArrayList<>(settings);
    all.addAll(List.of(own));
    return ExperimentFile.load(file, all, plugins);
  }
}
