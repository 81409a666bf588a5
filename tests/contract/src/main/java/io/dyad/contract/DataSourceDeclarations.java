package io.dyad.contract;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.DataSource;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.harness.Trial;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the author of a data source declares, and how its contract makes one of that. */
abstract class DataSourceDeclarations extends ProviderContract<DataSource> {
  /** Returns how many samples each split has. */
  protected abstract Map<String, Long> sizes();

  /** Returns how many classes the labels speak of; 0 if there are no labels. */
  protected abstract long classes();

  /** Returns the shape of one sample in the first array, if it is the same for all. */
  protected Optional<Shape> sample() {
    return Optional.empty();
  }

  /** Returns whether the class of every sample is known. */
  protected boolean knowsEveryLabel() {
    return true;
  }

  /** Returns whether an epoch of an order of its own has every sample once. */
  protected boolean coversAnEpoch() {
    return true;
  }

  @Override
  protected void use(Subject<DataSource> subject, Trial trial) {
    new DataCalls(trial, subject).fetch(sizes().keySet().iterator().next(), 0);
  }

  final void each(Consumer<DataCalls> work) {
    check(
        DataType.FLOAT32,
        trial -> {
          try (Subject<DataSource> subject = subject(trial)) {
            work.accept(new DataCalls(trial, subject));
          }
        });
  }
}
