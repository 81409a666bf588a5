package io.dyad.runtime.discovery;

import io.dyad.api.Experimental;
import io.dyad.api.Provider;
import io.dyad.api.Stable;

/**
 * A provider and where it was found.
 *
 * @param point what it provides
 * @param name its name
 */
public record FoundProvider(ExtensionPoint point, String name, Provider<?, ?> provider, Jar jar) {
  /** Returns the folder whose loader it comes from, or {@code class path}. */
  public String loader() {
    return PluginLoader.name(provider.getClass().getClassLoader());
  }

  /** Returns {@code stable} or {@code experimental} as its class says, or an empty string. */
  public String stability() {
    if (provider.getClass().isAnnotationPresent(Stable.class)) {
      return "stable";
    }
    return provider.getClass().isAnnotationPresent(Experimental.class) ? "experimental" : "";
  }
}
