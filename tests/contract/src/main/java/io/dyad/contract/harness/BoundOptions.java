package io.dyad.contract.harness;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import io.dyad.api.Provider;
import io.dyad.runtime.options.OptionsBinder;
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
        new OptionsBinder(InstalledParts.beside(provider), problems)
            .bind(
                provider.options(),
                ConfigFactory.parseString(
                    hocon,
                    ConfigParseOptions.defaults()
                        .setOriginDescription("the options of the contract")));
    problems.throwIfAny();
    return bound.orElseThrow().value();
  }
}
