package io.dyad.runtime.cli;

import io.dyad.api.ConfigurationException;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.experiment.ExperimentFile;
import io.dyad.runtime.experiment.LoadedExperiment;
import io.dyad.runtime.run.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of commands that work on an experiment; used as a mixin. */
final class ExperimentArguments {
  @Parameters(
      paramLabel = "CONF",
      arity = "0..1",
      description = "A configuration file, or the name of a preset (default: quick-start).")
  private Optional<String> file = Optional.empty();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Set an option over what the file says; may be repeated.")
  private List<String> settings = new ArrayList<>();

  LoadedExperiment load(Plugins plugins) {
    return ExperimentFile.load(file.orElse("quick-start"), settings, plugins);
  }

  /**
   * Loads the configuration of a run that goes on, which is as it was.
   *
   * @throws ConfigurationException if another was asked for
   */
  LoadedExperiment resumed(RunFolder run, Plugins plugins) {
    if (file.isPresent() || !settings.isEmpty()) {
      throw new ConfigurationException(
          "--resume goes on by %s, so CONF and --set have no place beside it; leave them out, or train anew"
              .formatted(run.config()));
    }
    return ExperimentFile.load(run.config().toString(), List.of(), plugins);
  }
}
