package io.dyad.contrast.hydra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Targets;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.SampleData;
import io.dyad.contract.harness.Subject;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClassPairsTest {
  private static final int SAMPLES = 60;

  private final Harness harness = new Harness();

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void the_partner_is_a_positive_the_own_class_is_ignored_and_others_are_negatives() {
    Relation.Block block =
        ClassPairs.relation(longs(0, 1), longs(1, 1), longs(0, 1, 2)).block(0, 2);
    assertThat(block.positive().toFloatArray()).containsExactly(0, 1, 0, 0, 1, 0);
    assertThat(block.denominator().toFloatArray()).containsExactly(0, 0, 1, 1, 0, 1);
  }

  @Test
  void arbitrary_partners_are_the_classes_of_the_batch_in_another_order() {
    assertThat(partners("classes = 5", 1)).containsExactlyInAnyOrder(classes());
    assertThat(partners("classes = 5", 1)).isNotEqualTo(partners("classes = 5", 2));
  }

  @Test
  void distinct_partners_are_other_classes_and_may_be_any() {
    long[] partners = partners("classes = 9, type = distinct", 1);
    for (int i = 0; i < SAMPLES; i++) {
      assertThat(partners[i]).isBetween(0L, 8L).isNotEqualTo(classes()[i]);
    }
    assertThat(partners).contains(6, 7, 8);
  }

  @Test
  void identical_partners_are_the_own_class() {
    assertThat(partners("classes = 5, type = identical", 1)).isEqualTo(classes());
  }

  @Test
  void excluded_pairs_become_pairs_of_the_own_class() {
    for (int step = 0; step < 5; step++) {
      long[] partners = partners("classes = 5, exclude = [\"0-1\", \"3-2\"]", step);
      for (int i = 0; i < SAMPLES; i++) {
        assertThat(classes()[i] * 10 + partners[i]).isNotIn(1L, 10L, 23L, 32L);
      }
    }
  }

  @Test
  void an_excluded_pair_is_two_different_classes() {
    for (String wrong : new String[] {"0-5", "1-1", "0", "a-b"}) {
      assertThatThrownBy(() -> partners("classes = 5, exclude = [\"" + wrong + "\"]", 0))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContainingAll("exclude", wrong, "0 to 4");
    }
  }

  @Test
  void a_label_that_is_no_class_is_refused_before_training() {
    Data data =
        SampleData.of(
            Map.of(Data.TRAIN, (long) SAMPLES), (split, ids, context) -> encoded(harness).batch());
    try (Subject<PairSampler> sampler = sampler("classes = 4")) {
      assertThatThrownBy(() -> sampler.component().start(data, harness.context()))
          .isInstanceOf(DataException.class)
          .hasMessageContainingAll("label 4", "0 to 3");
    }
  }

  @Test
  void one_view_is_compared_with_itself() {
    FakeEncoded one =
        FakeEncoded.projections(harness.constant(new Shape(SAMPLES, 1), new double[SAMPLES]))
            .with(Targets.of(Targets.LABEL, longs(classes())));
    try (Subject<PairSampler> sampler = sampler("classes = 5")) {
      Pairs pairs = sampler.component().sample(one, harness.context());
      assertThat(pairs.contrasts()).hasSize(1);
      Contrast contrast = pairs.contrasts().get(0);
      assertThat(contrast.anchors()).isEqualTo(contrast.keys());
    }
  }

  private long[] partners(String options, int step) {
    try (Subject<PairSampler> sampler = sampler(options)) {
      return sampler
          .component()
          .sample(
              encoded(harness), harness.context().with(new SeededDraws(step, harness.manager())))
          .note(ClassPairs.PARTNER_CLASS)
          .orElseThrow()
          .toLongArray();
    }
  }

  private Subject<PairSampler> sampler(String options) {
    return Subject.of(new ClassPairsProvider(), options, harness.setup());
  }

  private FakeEncoded encoded(Harness own) {
    NDArray rows = own.constant(new Shape(SAMPLES, 1), new double[SAMPLES]);
    return FakeEncoded.projections(rows, rows).with(Targets.of(Targets.LABEL, longs(classes())));
  }

  private static long[] classes() {
    return LongStream.range(0, SAMPLES).map(i -> i % 5).toArray();
  }

  private NDArray longs(long... values) {
    return harness.manager().create(values);
  }
}
