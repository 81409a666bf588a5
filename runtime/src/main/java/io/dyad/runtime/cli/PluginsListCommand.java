package io.dyad.runtime.cli;

import io.dyad.runtime.discovery.FoundProvider;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.discovery.Preset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists providers and presets. */
@Command(
    name = "list",
    description = "List all parts and presets with the jars they come from.",
    mixinStandardHelpOptions = true)
final class PluginsListCommand implements Runnable {
  private static final String PRESET = "preset";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    Console console = Console.of(spec.commandLine());
    Plugins plugins = InstalledPlugins.load(console);
    List<List<String>> rows =
        Stream.concat(
                plugins.all().stream().map(PluginsListCommand::row),
                plugins.presets().values().stream().map(PluginsListCommand::row))
            .toList();
    if (json) {
      console.json(rows.stream().map(PluginsListCommand::object).toList());
    } else {
      List<List<String>> table = new ArrayList<>(List.of(List.of("KIND", "NAME", "JAR", "WHAT")));
      table.addAll(rows);
      console.table(table);
    }
  }

  private static List<String> row(FoundProvider found) {
    return List.of(
        found.point().word(), found.name(), found.jar().toString(), found.provider().summary());
  }

  private static List<String> row(Preset preset) {
    return List.of(PRESET, preset.name(), preset.jar().toString(), preset.summary());
  }

  private static Map<String, String> object(List<String> row) {
    return Map.of("kind", row.get(0), "name", row.get(1), "jar", row.get(2), "what", row.get(3));
  }
}
