package io.dyad.contrast.discovery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Batch;
import io.dyad.api.BatchOrder;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Data;
import io.dyad.api.DataSource;
import io.dyad.api.Targets;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.Subject;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CategoryDiscoveryTest {
  private static final String OPTIONS =
      "of = numbered-rows, known = [2, 0], imbalance = 8, validation-fraction = 0.2, batch-size = 7";

  private static Subject<DataSource> source(Harness harness, String options) {
    return Subject.of(new CategoryDiscoveryProvider(), options, harness.setup());
  }

  private static Batch all(Harness harness, DataSource source, String split) {
    long[] ids = LongStream.range(0, source.size(split)).toArray();
    return source.fetch(split, ids, harness.context());
  }

  private static long[] target(Batch batch, String name) {
    return batch.targets().get(name).toLongArray();
  }

  private static Map<Long, Long> counts(long[] numbers) {
    return Arrays.stream(numbers)
        .boxed()
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }

  @Test
  void training_sees_labels_of_half_the_known_samples_and_of_no_other() {
    try (Harness harness = new Harness();
        Subject<DataSource> subject = source(harness, OPTIONS)) {
      Batch train = all(harness, subject.component(), Data.TRAIN);
      long[] labels = target(train, Targets.LABEL);
      long[] truth = target(train, "true-label");
      long[] labelled = target(train, "labelled");
      for (int i = 0; i < labels.length; i++) {
        assertThat(labels[i]).isEqualTo(labelled[i] == 1 ? truth[i] : -1);
      }
      Map<Long, Long> classes = counts(truth);
      assertThat(classes.values()).containsExactlyInAnyOrder(16L, 8L, 4L, 2L);
      Map<Long, Long> seen = counts(labels);
      assertThat(seen.keySet()).containsExactly(-1L, 0L, 1L);
      assertThat(seen.get(0L)).isEqualTo(requireNonNull(classes.get(0L)) / 2);
      assertThat(seen.get(1L)).isEqualTo(requireNonNull(classes.get(1L)) / 2);
    }
  }

  /** A row of the source holds its id, whose remainder is its class; 2 and 0 are known. */
  @Test
  void known_classes_are_numbered_first_and_samples_keep_what_they_are() {
    try (Harness harness = new Harness();
        Subject<DataSource> subject = source(harness, OPTIONS)) {
      long[] renumbered = {1, 2, 0, 3};
      Set<Long> used = new HashSet<>();
      for (String split : subject.component().splits()) {
        Batch batch = all(harness, subject.component(), split);
        NDArray rows = batch.samples().tensors().head();
        long[] truth = target(batch, "true-label");
        float[] ids = rows.toFloatArray();
        for (int i = 0; i < truth.length; i++) {
          assertThat(truth[i]).isEqualTo(renumbered[(int) ids[i] % 4]);
          assertThat(split.equals(Data.TEST) || used.add((long) ids[i]))
              .as("sample %s of %s is nowhere else", ids[i], split)
              .isTrue();
        }
        if (!split.equals(Data.TRAIN)) {
          assertThat(target(batch, Targets.LABEL)).isEqualTo(truth);
        }
      }
      assertThat(counts(target(all(harness, subject.component(), "validation"), "true-label")))
          .isEqualTo(Map.of(0L, 4L, 1L, 4L, 2L, 4L, 3L, 4L));
    }
  }

  @Test
  void labelled_and_unlabelled_samples_come_equally_often() {
    try (Harness harness = new Harness();
        Subject<DataSource> subject = source(harness, OPTIONS)) {
      DataSource source = subject.component();
      BatchOrder order =
          source.order(Data.TRAIN, new SeededDraws(3, harness.manager())).orElseThrow();
      assertThat(order.batches(0)).isEqualTo(4);
      Map<Long, Long> visits = new TreeMap<>();
      for (int epoch = 0; epoch < 12; epoch++) {
        for (int index = 0; index < 4; index++) {
          long[] ids = order.ids(epoch, index);
          Batch batch = source.fetch(Data.TRAIN, ids, harness.context());
          assertThat(target(batch, "labelled")).containsExactly(1, 1, 1, 0, 0, 0, 0);
          Arrays.stream(ids).forEach(id -> visits.merge(id, 1L, Long::sum));
        }
      }
      long[] labelled = target(all(harness, source, Data.TRAIN), "labelled");
      for (int flag = 0; flag < 2; flag++) {
        int wanted = flag;
        long[] own =
            visits.entrySet().stream()
                .filter(visit -> labelled[visit.getKey().intValue()] == wanted)
                .mapToLong(Map.Entry::getValue)
                .toArray();
        assertThat(own).hasSize((int) Arrays.stream(labelled).filter(l -> l == wanted).count());
        assertThat(Arrays.stream(own).max().orElse(0) - Arrays.stream(own).min().orElse(0))
            .as("rounds of the samples differ by one at most")
            .isLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void no_validation_is_set_aside_if_none_is_wanted() {
    try (Harness harness = new Harness();
        Subject<DataSource> subject =
            source(
                harness,
                "of = numbered-rows, known = [0], imbalance = 1, validation-fraction = 0")) {
      assertThat(subject.component().splits()).containsExactlyInAnyOrder(Data.TRAIN, Data.TEST);
      assertThat(subject.component().size(Data.TRAIN)).isEqualTo(80);
    }
  }

  @Test
  void a_class_that_the_data_lack_is_refused() {
    try (Harness harness = new Harness()) {
      assertThatThrownBy(() -> source(harness, "of = numbered-rows, known = [4]").close())
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContainingAll("class 4", "0 to 3");
    }
  }

  @Test
  void a_class_named_twice_is_refused() {
    try (Harness harness = new Harness()) {
      assertThatThrownBy(() -> source(harness, "of = numbered-rows, known = [1, 1]").close())
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("twice");
    }
  }
}
