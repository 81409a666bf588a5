package io.dyad.runtime.training;

import com.typesafe.config.ConfigFactory;
import io.dyad.api.Provider;
import io.dyad.runtime.experiment.TrainOptions;
import io.dyad.runtime.options.OptionsBinder;
import io.dyad.runtime.options.Parts;
import io.dyad.runtime.options.Problems;
import java.util.Optional;

/** The section {@code train} of a configuration, bound from settings. */
final class TrainSettings {
  private TrainSettings() {}

  static TrainOptions of(String... settings) {
    Problems problems = new Problems();
    Optional<OptionsBinder.Binding<TrainOptions>> bound =
        new OptionsBinder(new NoParts(), problems)
            .bind(TrainOptions.class, ConfigFactory.parseString(String.join("\n", settings)));
    problems.throwIfAny();
    return bound.orElseThrow().value();
  }

  private record NoParts() implements Parts {
    @Override
    public <T> Provider<T, ?> find(Class<T> part, String name) {
      throw new UnsupportedOperationException(name);
    }
  }
}
