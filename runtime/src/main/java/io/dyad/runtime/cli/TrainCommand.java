package io.dyad.runtime.cli;

import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.experiment.LoadedExperiment;
import io.dyad.runtime.run.RunFolder;
import io.dyad.runtime.run.Summary;
import io.dyad.runtime.session.MemoryCheck;
import io.dyad.runtime.session.Narrator;
import io.dyad.runtime.session.Session;
import io.dyad.runtime.session.StopRequest;
import io.dyad.runtime.session.TrainingSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains an experiment. */
@Command(
    name = "train",
    description = "Train an experiment; without CONF, the quick start.",
    mixinStandardHelpOptions = true)
final class TrainCommand implements Runnable {
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
      description = "Go on with the training of a run folder, by its own configuration.")
  private Optional<Path> resume = Optional.empty();

  @Override
  public void run() {
    Console console = Console.of(spec.commandLine());
    boolean watched = System.console() != null && !json;
    Narrator narrator = new ConsoleNarrator(console, watched);
    Optional<RunFolder> earlier = resume.map(RunFolder::open);
    if (earlier.isPresent() && Files.exists(earlier.get().summary())) {
      narrator.say("this training is done; nothing is left to do");
      report(console, Summary.read(earlier.get().summary()), earlier.get());
      return;
    }
    Plugins plugins = InstalledPlugins.load(console);
    LoadedExperiment loaded =
        earlier
            .map(run -> arguments.resumed(run, plugins))
            .orElseGet(() -> arguments.load(plugins));
    Clock clock = Clock.systemDefaultZone();
    try (Session session = Session.open(plugins, loaded)) {
      TrainingSession training = session.get(TrainingSession.class);
      session.get(MemoryCheck.class).require(narrator);
      earlier.ifPresent(run -> training.compare(run, narrator));
      RunFolder folder = earlier.orElseGet(() -> training.prepare(runs, clock));
      try (StopRequest stop = StopRequest.listen()) {
        training
            .run(folder, clock, narrator, stop)
            .ifPresentOrElse(
                summary -> report(console, summary, folder), () -> stopped(narrator, folder));
      }
    }
  }

  private static void stopped(Narrator narrator, RunFolder folder) {
    narrator.say("stopped and saved; go on with: dyad train --resume " + folder.path());
  }

  private void report(Console console, Summary summary, RunFolder folder) {
    if (json) {
      console.print(summary.toJson());
    } else {
      table(console, summary, folder);
    }
  }

  private static void table(Console console, Summary summary, RunFolder folder) {
    Map<String, Map<String, Double>> subjects = new LinkedHashMap<>();
    subjects.put("input", summary.metrics().input());
    subjects.put("untrained", summary.metrics().untrained());
    subjects.put("learned", summary.metrics().learned());
    FiguresTable.print(console, subjects);
    console.print(
        String.format(
            Locale.ROOT,
            "%d steps in %.1f s, %.0f samples/s",
            summary.steps(),
            summary.seconds(),
            summary.samplesPerSecond()));
    console.print("run folder: " + folder.path());
  }
}
