package io.dyad.runtime.cli;

import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.experiment.LoadedExperiment;
import io.dyad.runtime.run.RunFolder;
import io.dyad.runtime.run.Summary;
import io.dyad.runtime.session.MemoryCheck;
import io.dyad.runtime.session.Narrator;
import io.dyad.runtime.session.PausedRun;
import io.dyad.runtime.session.Session;
import io.dyad.runtime.session.TrainingRun;
import io.dyad.runtime.session.TrainingSession;
import io.dyad.runtime.training.StopRequest;
import io.dyad.runtime.training.StoppedException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Trains an experiment. */
@Command(
    name = "train",
    description = "Train an experiment; without CONF, the quick start.",
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExperimentArguments arguments = new ExperimentArguments();

  @Option(
      names = "--runs",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "Where run folders go (default: ${DEFAULT-VALUE}).")
  private Path runs = Path.of("runs");

  @Option(
      names = "--json",
      description = "Print the summary as JSON, last and alone on the output.")
  private boolean json;

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description = {
        "Go on with the training of a run folder, or from a checkpoint in it,",
        "as if it had never stopped. Later checkpoints go."
      })
  private @Nullable Path resume;

  @Override
  public Integer call() {
    Console console = Console.of(spec.commandLine());
    Plugins plugins = InstalledPlugins.load(console);
    Narrator narrator = new ConsoleNarrator(console, System.console() != null && !json);
    return resume == null
        ? begin(plugins, console, narrator)
        : goOn(PausedRun.at(only(resume)), plugins, console, narrator);
  }

  private Path only(Path run) {
    ParseResult given = spec.commandLine().getParseResult();
    if (given.hasMatchedPositional(0) || given.hasMatchedOption("--runs")) {
      throw new ParameterException(
          spec.commandLine(),
          "--resume RUN takes neither CONF nor --runs: the run folder has both");
    }
    return run;
  }

  private int begin(Plugins plugins, Console console, Narrator narrator) {
    Clock clock = Clock.systemDefaultZone();
    try (Session session = Session.open(plugins, arguments.load(plugins))) {
      session.get(MemoryCheck.class).require(narrator);
      TrainingSession training = session.get(TrainingSession.class);
      try (TrainingRun run = training.prepare(runs, clock)) {
        return train(session, run, console, narrator);
      }
    }
  }

  private int goOn(PausedRun paused, Plugins plugins, Console console, Narrator narrator) {
    Optional<Summary> outcome = paused.outcome();
    if (outcome.isPresent()) {
      narrator.say("%s is finished; there is nothing to do".formatted(paused.folder().path()));
      show(console, outcome.get(), paused.folder());
      return ExitCode.DONE;
    }
    LoadedExperiment loaded = paused.experiment(arguments.settings(), plugins);
    try (TrainingRun run = paused.take(loaded.experiment().checkpoint(), narrator);
        Session session = Session.open(plugins, loaded)) {
      session.get(MemoryCheck.class).require(narrator);
      session.get(TrainingSession.class).compare(run, narrator);
      return train(session, run, console, narrator);
    }
  }

  private int train(Session session, TrainingRun run, Console console, Narrator narrator) {
    try (StopSignals signals = StopSignals.catching(session.get(StopRequest.class), console)) {
      try {
        TrainingSession training = session.get(TrainingSession.class);
        show(console, training.run(run, Clock.systemDefaultZone(), narrator), run.folder());
        return ExitCode.DONE;
      } catch (StoppedException asked) {
        narrator.say("go on with: dyad train --resume " + run.folder().path());
        return signals.exitCode();
      }
    }
  }

  private void show(Console console, Summary summary, RunFolder folder) {
    if (json) {
      console.print(summary.toJson());
    } else {
      TrainingReport.print(console, summary, folder);
    }
  }
}
