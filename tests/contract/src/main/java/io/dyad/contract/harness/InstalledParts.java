package io.dyad.contract.harness;

import io.dyad.api.Provider;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.options.Parts;

/**
 * The parts that the options of a provider may name: those beside it. They are looked for only when
 * one is named.
 */
public record InstalledParts(ClassLoader loader) implements Parts {
  /** Returns the parts that are found where a provider comes from. */
  public static InstalledParts beside(Provider<?, ?> provider) {
    return new InstalledParts(provider.getClass().getClassLoader());
  }

  @Override
  public <T> Provider<T, ?> find(Class<T> part, String name) {
    return Plugins.load(loader).find(part, name);
  }
}
