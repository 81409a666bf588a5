package io.dyad.runtime.cli;

import io.dyad.runtime.bench.Bench;
import io.dyad.runtime.bench.BenchPlan;
import io.dyad.runtime.bench.BenchResult;
import io.dyad.runtime.discovery.Plugins;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how fast an experiment trains. */
@Command(
    name = "bench",
    description = {
      "Train an experiment for some steps, without a run folder, and say how fast it was.",
      "train.epochs does not count."
    },
    mixinStandardHelpOptions = true)
final class BenchCommand implements Runnable {
  private static final int PROFILED = 50;
  private static final BenchPlan QUICK = new BenchPlan(2, 10, 0);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExperimentArguments arguments = new ExperimentArguments();

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many steps are measured (default: ${DEFAULT-VALUE}).")
  private int steps = 100;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many steps come before them (default: ${DEFAULT-VALUE}).")
  private int warmup = 10;

  @Option(names = "--quick", description = "Only 10 steps after 2, to see that it works.")
  private boolean quick;

  @Option(
      names = "--profile",
      description = "Say where time goes by operator, from at most " + PROFILED + " more steps.")
  private boolean profile;

  @Option(names = "--json", description = "Print one line of JSON, alone on the output.")
  private boolean json;

  @Override
  public void run() {
    Console console = Console.of(spec.commandLine());
    BenchPlan plan = plan();
    Plugins plugins = InstalledPlugins.load(console);
    BenchResult result =
        Bench.run(
            plugins,
            arguments.load(plugins, "train.epochs=" + plan.total()),
            plan,
            new ConsoleNarrator(console, false));
    if (json) {
      console.print(result.toJson());
    } else {
      BenchTable.print(console, result);
    }
  }

  private BenchPlan plan() {
    var given = spec.commandLine().getParseResult();
    if (quick && (given.hasMatchedOption("--steps") || given.hasMatchedOption("--warmup"))) {
      throw new ParameterException(
          spec.commandLine(), "--quick takes neither --steps nor --warmup: it sets both");
    }
    BenchPlan asked = quick ? QUICK : new BenchPlan(warmup, steps, 0);
    return new BenchPlan(asked.warmup(), asked.steps(), profile ? PROFILED : 0);
  }
}
