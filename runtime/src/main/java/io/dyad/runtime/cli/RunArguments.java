package io.dyad.runtime.cli;

import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.run.Checkpoints;
import io.dyad.runtime.session.Session;
import io.dyad.runtime.session.TrainedRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of commands that work on a run folder; used as a mixin. */
final class RunArguments {
  @Parameters(index = "0", paramLabel = "RUN", description = "A run folder.")
  private Path run = Path.of("");

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Set an option over the run's configuration; may be repeated.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--checkpoint",
      paramLabel = "NAME",
      defaultValue = Checkpoints.LATEST,
      description = "latest, best, or one such as step-400 (default: ${DEFAULT-VALUE}).")
  private String checkpoint = Checkpoints.LATEST;

  Session open(Plugins plugins) {
    return TrainedRun.open(run, checkpoint, settings, plugins);
  }
}
