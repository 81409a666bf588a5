package io.dyad.runtime.discovery;

import static java.util.stream.Collectors.joining;

import io.dyad.api.PluginException;
import io.dyad.api.Provider;
import io.dyad.runtime.options.BrokenPartException;
import io.dyad.runtime.options.Nearest;
import io.dyad.runtime.options.Parts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The plugins of some class loaders: their providers by name, and their presets.
 *
 * <p>A broken provider is a warning; it becomes an error when a name of its kind is asked for and
 * not found, since it may be the one that was meant.
 */
public final class Plugins implements Parts {
  private final Map<ExtensionPoint, Map<String, FoundProvider>> providers;
  private final List<BrokenProvider> broken;
  private final PresetScan presets;
  private final Compatibility compatibility;

  private Plugins(
      Map<ExtensionPoint, Map<String, FoundProvider>> providers,
      List<BrokenProvider> broken,
      PresetScan presets,
      Compatibility compatibility) {
    this.providers = providers;
    this.broken = broken;
    this.presets = presets;
    this.compatibility = compatibility;
  }

  /**
   * Finds the plugins of class loaders; what a parent shares with several of them counts once.
   *
   * @throws PluginException if two providers of a kind or two presets have the same name
   */
  public static Plugins load(ClassLoader... loaders) {
    Map<ExtensionPoint, Map<String, FoundProvider>> providers = new EnumMap<>(ExtensionPoint.class);
    List<BrokenProvider> broken = new ArrayList<>();
    Compatibility compatibility = new Compatibility();
    for (ExtensionPoint point : ExtensionPoint.values()) {
      ProviderScan scan = ProviderScan.of(point, compatibility, loaders);
      providers.put(point, scan.found());
      broken.addAll(scan.broken());
    }
    PresetScan presets = PresetScan.of(compatibility, loaders);
    return new Plugins(providers, List.copyOf(broken), presets, compatibility);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> Provider<T, ?> find(Class<T> part, String name) {
    ExtensionPoint point = ExtensionPoint.of(part);
    return (Provider<T, ?>) find(point, name).orElseThrow(() -> unknown(point, name)).provider();
  }

  /** Returns a provider with its jar. */
  public Optional<FoundProvider> find(ExtensionPoint point, String name) {
    return Optional.ofNullable(of(point).get(name));
  }

  /** Returns the providers of a kind by name, in the order of the alphabet. */
  public Map<String, FoundProvider> of(ExtensionPoint point) {
    return providers.getOrDefault(point, Map.of());
  }

  /** Returns all providers, by kind, then name. */
  public List<FoundProvider> all() {
    return providers.values().stream().map(Map::values).flatMap(Collection::stream).toList();
  }

  /** Returns the providers that could not be loaded. */
  public List<BrokenProvider> broken() {
    return broken;
  }

  /** Returns the presets by name, in the order of the alphabet. */
  public Map<String, Preset> presets() {
    return presets.found();
  }

  /**
   * Returns a preset, if there is one of that name.
   *
   * @throws PluginException if it is in a jar that was built for other versions
   */
  public Optional<Preset> preset(String name) {
    Preset found = presets().get(name);
    if (found == null && presets.refused().containsKey(name)) {
      throw presets.refused().get(name);
    }
    return Optional.ofNullable(found);
  }

  /** Returns what users should know about their plugins, a line each. */
  public List<String> warnings() {
    return Stream.of(
            broken.stream().map(BrokenProvider::message),
            presets.refused().values().stream().map(Throwable::getMessage),
            compatibility.doubts().stream())
        .flatMap(lines -> lines)
        .distinct()
        .toList();
  }

  private PluginException unknown(ExtensionPoint point, String name) {
    Map<String, FoundProvider> known = of(point);
    String hint =
        Nearest.suggest(name, known.keySet())
            .flatMap(nearest -> find(point, nearest))
            .map(near -> "; did you mean \"" + near.name() + "\" (" + near.jar() + ")?")
            .orElse("");
    String suspects =
        broken.stream()
            .filter(provider -> provider.point() == point)
            .map(provider -> "\n" + provider.message())
            .collect(joining());
    String message =
        "no "
            + point.word()
            + " named \""
            + name
            + "\""
            + hint
            + "\navailable: "
            + (known.isEmpty() ? "none" : String.join(", ", Nearest.order(name, known.keySet())))
            + "   (details: dyad plugins list)"
            + suspects;
    return suspects.isEmpty() ? new PluginException(message) : new BrokenPartException(message);
  }
}
