package io.dyad.vision.source;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.DataType;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.contract.DataSourceContract;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.Subject;
import io.dyad.contrast.batches.ClassBatchesProvider;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassBatchesContractTest extends DataSourceContract {
  @Override
  protected ClassBatchesProvider provider() {
    return new ClassBatchesProvider();
  }

  @Override
  protected String options() {
    return options(10, 12);
  }

  private static String options(int classes, int samples) {
    return "source = scattered-digits, classes-per-batch = %d, samples-per-class = %d"
        .formatted(classes, samples);
  }

  @Override
  protected Map<String, Long> sizes() {
    return Map.of("train", 1297L, "test", 500L);
  }

  @Override
  protected long classes() {
    return 10;
  }

  /** Rare classes are shown more often than others. */
  @Override
  protected boolean coversAnEpoch() {
    return false;
  }

  @Test
  void more_classes_or_samples_than_there_are_are_refused() {
    assertRefused(options(11, 12), "10 classes", "classes-per-batch to 10 or less");
    assertRefused(options(10, 1000), "class 0 has", "samples-per-class");
  }

  private void assertRefused(String options, String... message) {
    try (Harness harness = new Harness(DataType.FLOAT32);
        Subject<DataSource> source = Subject.of(provider(), options, harness.setup())) {
      assertThatThrownBy(() -> source.component().order(Data.TRAIN, harness.context().draws()))
          .isInstanceOf(DataException.class)
          .hasMessageContainingAll(message);
    }
  }
}
