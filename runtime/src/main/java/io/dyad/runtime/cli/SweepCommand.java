package io.dyad.runtime.cli;

import io.dyad.runtime.run.Json;
import io.dyad.runtime.sweep.LoadedSweep;
import io.dyad.runtime.sweep.MarkdownTable;
import io.dyad.runtime.sweep.RunOutcome;
import io.dyad.runtime.sweep.Sweep;
import io.dyad.runtime.sweep.SweepFile;
import io.dyad.runtime.sweep.SweepFolder;
import io.dyad.runtime.sweep.SweepTable;
import io.dyad.runtime.sweep.Tabulation;
import io.dyad.runtime.training.StopRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains many experiments and makes one table. */
@Command(
    name = "sweep",
    description = {
      "Train all runs of a configuration's block sweep { ... }, some at a time,",
      "and make one table of their figures: mean and deviation over the seeds.",
      "Exit code 1 if a run failed, 7 if a figure breaks a rule of sweep.expect."
    },
    mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "CONF", arity = "0..1", description = "A configuration file.")
  private @Nullable String file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Set an option of every run, or one of sweep; may be repeated.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--sweeps",
      paramLabel = "DIR",
      defaultValue = "sweeps",
      description = "Where folders of sweeps go (default: ${DEFAULT-VALUE}).")
  private Path sweeps = Path.of("sweeps");

  @Option(
      names = "--resume",
      paramLabel = "FOLDER",
      description = "Go on with a sweep: runs with an outcome stay, stopped ones go on.")
  private @Nullable Path resume;

  @Option(names = "--check", description = "Say what would run, and start nothing.")
  private boolean check;

  @Option(names = "--json", description = "Print the table as JSON, alone on the output.")
  private boolean json;

  @Override
  public Integer call() {
    Console console = Console.of(spec.commandLine());
    if (resume != null) {
      if (file != null || !settings.isEmpty() || check) {
        throw new ParameterException(
            spec.commandLine(), "--resume FOLDER stands alone: the folder has everything");
      }
      return run(SweepFolder.open(resume), console);
    }
    if (file == null) {
      throw new ParameterException(spec.commandLine(), "Which CONF, or --resume which FOLDER?");
    }
    LoadedSweep sweep = SweepFile.load(file, settings, InstalledPlugins.load(console));
    if (check) {
      sweep.plan().trials().forEach(trial -> console.print(trial.id()));
      return ExitCode.DONE;
    }
    return run(SweepFolder.create(sweeps, sweep, Clock.systemDefaultZone()), console);
  }

  private int run(SweepFolder folder, Console console) {
    StopRequest stop = new StopRequest();
    try (StopSignals signals = StopSignals.catching(stop, console)) {
      Sweep sweep = new Sweep(folder, JavaCommand.dyad(console.pluginFolders()), stop);
      console.warn(
          "%d runs, %d at a time, in %s"
              .formatted(sweep.plan().trials().size(), sweep.plan().parallel(), folder.path()));
      List<RunOutcome> outcomes;
      try (SweepProgress progress =
          new SweepProgress(console, sweep.plan(), System.console() != null && !json)) {
        outcomes = sweep.run(progress);
      }
      SweepTable table = Tabulation.of(sweep.plan(), outcomes);
      folder.write(table);
      console.print(json ? Json.line(table) : MarkdownTable.of(table).stripTrailing());
      if (stop.isMade()) {
        console.warn("go on with: dyad sweep --resume " + folder.path());
        return signals.exitCode();
      }
      console.warn("table: " + folder.table());
      return exitCode(outcomes, table, console);
    }
  }

  private static int exitCode(List<RunOutcome> outcomes, SweepTable table, Console console) {
    long failed = outcomes.stream().filter(outcome -> outcome.summary().isEmpty()).count();
    if (failed > 0) {
      console.warn("%d of %d runs failed".formatted(failed, outcomes.size()));
      return ExitCode.OTHER;
    }
    if (!table.broken().isEmpty()) {
      console.warn("%d rules are not kept".formatted(table.broken().size()));
      return ExitCode.EXPECTATION;
    }
    return ExitCode.DONE;
  }
}
