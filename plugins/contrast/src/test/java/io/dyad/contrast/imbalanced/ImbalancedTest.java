package io.dyad.contrast.imbalanced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.Batch;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.api.Targets;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.HarnessSetup;
import io.dyad.contract.harness.Subject;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImbalancedTest {
  private final Harness harness = new Harness();

  @AfterEach
  void close() {
    harness.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "shape = linear | 75, 150, 225, 300",
        "shape = exponential, smallest = 0.125 | 38, 75, 150, 300",
        "fractions = [1, 0.001, 0.5, 0.1] | 300, 1, 150, 30"
      })
  void each_class_keeps_its_share(String options, String expected) {
    long[] labels = train(options, 0).targets().get(Targets.LABEL).toLongArray();
    String counts =
        String.join(
            ", ",
            IntStream.range(0, 4)
                .mapToObj(c -> "" + Arrays.stream(labels).filter(label -> label == c).count())
                .toList());
    assertThat(counts).isEqualTo(expected);
  }

  @Test
  void which_samples_stay_follows_from_the_seed_and_their_labels_go_with_them() {
    Batch one = train("", 1);
    float[] points = points(one);
    assertThat(points).isEqualTo(points(train("", 1))).isSorted();
    assertThat(points).isNotEqualTo(points(train("", 2)));
    long[] labels = one.targets().get(Targets.LABEL).toLongArray();
    for (int i = 0; i < points.length; i++) {
      assertThat(labels[i]).isEqualTo((long) points[i] % 4);
    }
    assertThat(one.ids()).startsWith(0, 1, 2).endsWith(points.length - 1);
  }

  @Test
  void mistakes_are_told_before_anything_is_read() {
    assertThatThrownBy(() -> source("split = validation", 0))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("test.split", "imbalanced", "validation", "train");
    assertThatThrownBy(() -> source("fractions = [1, 0.5]", 0))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("test.fractions", "imbalanced", "4 classes", "got 2");
    assertThatThrownBy(() -> source("smallest = 0", 0))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("smallest");
    assertThatThrownBy(() -> source("of.labels = false", 0))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("label");
  }

  private Batch train(String options, long seed) {
    try (Subject<DataSource> source = source(options, seed)) {
      long[] all = LongStream.range(0, source.component().size(Data.TRAIN)).toArray();
      return source.component().fetch(Data.TRAIN, all, harness.context());
    }
  }

  private Subject<DataSource> source(String options, long seed) {
    HarnessSetup setup = harness.setup().with(new SeededDraws(seed, harness.manager()));
    return Subject.of(new ImbalancedProvider(), "of.use = labelled-points\n" + options, setup);
  }

  private static float[] points(Batch batch) {
    return batch.samples().tensors().get(0).toFloatArray();
  }
}
