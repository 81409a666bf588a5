package io.dyad.runtime.cli;

import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.experiment.LoadedExperiment;
import io.dyad.runtime.run.RunFolder;
import io.dyad.runtime.run.Summary;
import io.dyad.runtime.session.MemoryCheck;
import io.dyad.runtime.session.Narrator;
import io.dyad.runtime.session.Session;
import io.dyad.runtime.session.TrainingSession;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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

  @Override
  public void run() {
    Console console = Console.of(spec.commandLine());
    Plugins plugins = InstalledPlugins.load(console);
    LoadedExperiment loaded = arguments.load(plugins);
    Clock clock = Clock.systemDefaultZone();
    try (Session session = Session.open(plugins, loaded)) {
      TrainingSession training = session.get(TrainingSession.class);
      boolean watched = System.console() != null && !json;
      Narrator narrator = new ConsoleNarrator(console, watched);
      session.get(MemoryCheck.class).require(narrator);
      RunFolder folder = training.prepare(runs, clock);
      Summary summary = training.run(folder, clock, narrator);
      if (json) {
        console.print(summary.toJson());
      } else {
        report(console, summary, folder);
      }
    }
  }

  private static void report(Console console, Summary summary, RunFolder folder) {
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
