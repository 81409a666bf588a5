package io.dyad.runtime.cli;

import io.dyad.api.PluginException;
import io.dyad.runtime.discovery.FoundProvider;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.discovery.Preset;
import io.dyad.runtime.options.Nearest;
import io.dyad.runtime.options.OptionDoc;
import io.dyad.runtime.options.OptionsDoc;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows all that is called by a name. */
@Command(
    name = "show",
    description = "Show a part with its options, or a preset.",
    mixinStandardHelpOptions = true)
final class PluginsShowCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", description = "The name of a part or preset.")
  private String name = "";

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** A part as scripts see it. */
  private record Part(
      String kind,
      String name,
      String summary,
      String source,
      String jar,
      List<OptionDoc> options) {
    static Part of(FoundProvider found) {
      return new Part(
          found.point().word(),
          found.name(),
          found.provider().summary(),
          found.provider().source(),
          found.jar().toString(),
          OptionsDoc.of(found.provider().options()));
    }
  }

  /** A preset as scripts see it. */
  private record PresetText(String kind, String name, String summary, String jar, String text) {
    static PresetText of(Preset preset) {
      return new PresetText(
          "preset", preset.name(), preset.summary(), preset.jar().toString(), preset.text());
    }
  }

  @Override
  public void run() {
    Console console = Console.of(spec.commandLine());
    Plugins plugins = InstalledPlugins.load(console);
    List<FoundProvider> found =
        plugins.all().stream().filter(provider -> provider.name().equals(name)).toList();
    Preset preset = plugins.presets().get(name);
    if (found.isEmpty() && preset == null) {
      throw new PluginException(unknown(plugins));
    }
    if (json) {
      console.json(
          Stream.concat(found.stream().map(Part::of), Stream.ofNullable(preset).map(PresetText::of))
              .toList());
      return;
    }
    found.forEach(provider -> show(provider, console));
    if (preset != null) {
      heading("preset", preset.summary(), preset.jar().toString(), console);
      console.print(preset.text().stripTrailing());
    }
  }

  private void show(FoundProvider found, Console console) {
    String stability = found.stability().isEmpty() ? "" : ", " + found.stability();
    heading(found.point().word(), found.provider().summary(), found.jar() + stability, console);
    if (!found.provider().source().isEmpty()) {
      console.print("  after " + found.provider().source());
    }
    console.table(
        OptionsDoc.of(found.provider().options()).stream().map(PluginsShowCommand::row).toList());
  }

  private void heading(String kind, String summary, String origin, Console console) {
    console.print(kind + " " + name + ": " + summary + " (" + origin + ")");
  }

  private static List<String> row(OptionDoc option) {
    String bound = option.bound().isEmpty() ? "" : " in " + option.bound();
    String value =
        option.required()
            ? "required"
            : option.fallback().isEmpty() ? "optional" : "= " + option.fallback();
    return List.of("  " + option.name(), option.type() + bound, value, option.doc());
  }

  private String unknown(Plugins plugins) {
    Set<String> known = new TreeSet<>(plugins.presets().keySet());
    plugins.all().forEach(provider -> known.add(provider.name()));
    return "nothing is named \""
        + name
        + "\""
        + Nearest.question(name, known)
        + "\navailable: "
        + String.join(", ", Nearest.order(name, known))
        + "   (details: dyad plugins list)";
  }
}
