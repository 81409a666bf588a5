package io.dyad.contract.harness;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import io.dyad.api.Provider;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.options.OptionsBinder;
import io.dyad.runtime.options.Parts;
import io.dyad.runtime.options.Problems;

/** Binds the options of a provider as a run does. */
final class BoundOptions {
  private BoundOptions() {}

  /**
   * Returns the options.
   *
   * @param hocon what a configuration would say beside the provider's name; parts that it names are
   *     looked for where the provider comes from
   * @throws io.dyad.api.ConfigurationException with everything that is wrong
   */
  static <O extends Record> O of(Provider<?, O> provider, String hocon) {
    Problems problems = new Problems();
    var bound =
        new OptionsBinder(new InstalledParts(provider.getClass().getClassLoader()), problems)
            .bind(
                provider.options(),
                ConfigFactory.parseString(
                    hocon,
                    ConfigParseOptions.defaults()
                        .setOriginDescription("the options of the contract")));
    problems.throwIfAny();
    return bound.orElseThrow().value();
  }

  /** Looks for plugins only when an option names one. */
  private record InstalledParts(ClassLoader loader) implements Parts {
    @Override
    public <T> Provider<T, ?> find(Class<T> part, String name) {
      return Plugins.load(loader).find(part, name);
    }
  }
}
