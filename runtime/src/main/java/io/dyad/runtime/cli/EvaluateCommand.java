package io.dyad.runtime.cli;

import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.session.Measurements;
import io.dyad.runtime.session.Session;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Evaluates a checkpoint of a run. */
@Command(
    name = "evaluate",
    description = "Evaluate what a run learned, beside the raw input.",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private RunArguments arguments = new RunArguments();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    Console console = Console.of(spec.commandLine());
    Plugins plugins = InstalledPlugins.load(console);
    try (Session session = arguments.open(plugins)) {
      Measurements measurements = session.get(Measurements.class);
      Map<String, Map<String, Double>> subjects = new LinkedHashMap<>();
      subjects.put("input", measurements.input());
      subjects.put("learned", measurements.network());
      if (json) {
        console.json(Map.of("metrics", subjects, "protocol", measurements.protocol()));
      } else {
        FiguresTable.print(console, subjects);
      }
    }
  }
}
