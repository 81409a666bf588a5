package io.dyad.contrast.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.PairSampler;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.Structure;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InBatchTest {
  private final Harness harness = new Harness();
  private final NDArray view = harness.constant(new Shape(2, 3), 1, 2, 3, 4, 5, 6);

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void two_views_make_one_contrast_of_both_against_both() {
    Contrast contrast =
        contrasts(new InBatchOptions("projection", true, true, true, false), 2).get(0);
    assertThat(contrast.anchors())
        .containsExactly(Rows.of("view-1", "projection"), Rows.of("view-2", "projection"))
        .isEqualTo(contrast.keys());
    assertThat(contrast.relation().structure()).contains(Structure.of(true, true, true));
  }

  @Test
  void three_views_make_a_contrast_for_each_pair() {
    List<Contrast> all = contrasts(new InBatchOptions("projection", true, true, true, false), 3);
    assertThat(all.stream().map(c -> c.anchors().get(0).view() + " " + c.anchors().get(1).view()))
        .containsExactly("view-1 view-2", "view-1 view-3", "view-2 view-3");
  }

  @Test
  void joint_views_make_one_contrast_of_all_against_all() {
    List<Contrast> all = contrasts(new InBatchOptions("projection", true, true, true, true), 3);
    assertThat(all).hasSize(1);
    assertThat(all.get(0).anchors())
        .extracting(Rows::view)
        .containsExactly("view-1", "view-2", "view-3");
    assertThat(all.get(0).relation().block(2, 3).positive().toFloatArray())
        .containsExactly(1, 0, 0, 0, 1, 0);
  }

  @Test
  void weights_follow_the_pattern() {
    Relation.Block block = block(new InBatchOptions("projection", true, true, true, false));
    assertThat(block.positive().toFloatArray())
        .containsExactly(0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0);
    assertThat(block.denominator().toFloatArray())
        .containsExactly(0, 1, 1, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1, 1, 1, 0);
  }

  @Test
  void each_word_of_the_pattern_takes_its_pairs_out() {
    assertThat(block(new InBatchOptions("projection", false, true, false, false)).denominator())
        .isEqualTo(matrix(0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0));
    assertThat(block(new InBatchOptions("projection", true, false, true, false)).denominator())
        .isEqualTo(matrix(0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 1, 1, 0));
  }

  @Test
  void no_network_is_asked_for_rows() {
    NDArray images = harness.constant(new Shape(2, 3), 1, 2, 3, 4, 5, 6);
    FakeEncoded views =
        FakeEncoded.of(
            Map.of(Rows.of("view-1", "other"), images, Rows.of("view-2", "other"), images));
    PairSampler sampler = sampler(new InBatchOptions("projection", true, true, true, false));
    Contrast contrast = sampler.sample(views, harness.context()).contrasts().get(0);
    assertThat(contrast.relation().block(0, 4).positive().getShape()).isEqualTo(new Shape(4, 4));
  }

  @Test
  void it_needs_its_output_two_views_and_two_samples() {
    PairSampler sampler = sampler(new InBatchOptions("projection", true, true, true, false));
    assertThat(sampler.needs().outputs()).containsExactly("projection");
    assertThat(sampler.needs().views()).isEqualTo(2);
    assertThat(sampler.needs().batch()).isEqualTo(2);
    assertThat(
            sampler(new InBatchOptions("representation", true, true, true, false))
                .needs()
                .outputs())
        .isEmpty();
  }

  @Test
  void a_pattern_without_negatives_is_refused() {
    assertThatThrownBy(() -> sampler(new InBatchOptions("projection", false, false, true, false)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("same-view", "cross-view");
  }

  private PairSampler sampler(InBatchOptions options) {
    return new InBatchProvider().create(options, harness.setup());
  }

  private List<Contrast> contrasts(InBatchOptions options, int views) {
    NDArray[] all = new NDArray[views];
    Arrays.fill(all, view);
    return sampler(options).sample(FakeEncoded.projections(all), harness.context()).contrasts();
  }

  private Relation.Block block(InBatchOptions options) {
    return contrasts(options, 2).get(0).relation().block(0, 4);
  }

  private NDArray matrix(double... values) {
    return harness.constant(new Shape(4, 4), values).toType(DataType.FLOAT32, false);
  }
}
