package io.dyad.runtime.cli;

import io.dyad.runtime.discovery.FoundProvider;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.discovery.Preset;
import io.dyad.runtime.method.RecordedResults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
  private static final List<String> HEAD = List.of("KIND", "NAME", "JAR", "LOADER", "WHAT");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public void run() {
    Console console = Console.of(spec.commandLine());
    Plugins plugins = InstalledPlugins.load(console);
    MethodStates methods =
        MethodStates.of(plugins, RecordedResults.of(console.pluginFolders().loaders()));
    List<List<String>> rows =
        Stream.concat(
                plugins.all().stream().map(PluginsListCommand::row),
                plugins.presets().values().stream().map(preset -> row(preset, methods)))
            .toList();
    if (json) {
      console.json(rows.stream().map(PluginsListCommand::object).toList());
    } else {
      List<List<String>> table = new ArrayList<>(List.of(HEAD));
      table.addAll(rows);
      console.table(table);
    }
  }

  private static List<String> row(FoundProvider found) {
    return List.of(
        found.point().word(),
        found.name(),
        found.jar().toString(),
        found.loader(),
        found.provider().summary());
  }

  private static List<String> row(Preset preset, MethodStates methods) {
    return List.of(
        PRESET,
        preset.name(),
        preset.jar().toString(),
        preset.loader(),
        preset.summary() + methods.state(preset));
  }

  private static Map<String, String> object(List<String> row) {
    Map<String, String> object = new LinkedHashMap<>();
    for (int column = 0; column < HEAD.size(); column++) {
      object.put(HEAD.get(column).toLowerCase(Locale.ROOT), row.get(column));
    }
    return object;
  }
}
