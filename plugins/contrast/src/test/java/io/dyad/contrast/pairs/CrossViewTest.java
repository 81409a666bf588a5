package io.dyad.contrast.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Contrast;
import io.dyad.api.Network;
import io.dyad.api.PairSampler;
import io.dyad.api.Rows;
import io.dyad.api.Structure;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrossViewTest {
  private static final CrossViewOptions DEFAULTS =
      new CrossViewOptions("projection", Optional.empty(), false, true, true, true);

  private final Harness harness = new Harness();
  private final NDArray view = harness.constant(new Shape(2, 3), 1, 2, 3, 4, 5, 6);

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void each_view_is_an_anchor_against_each_other_one() {
    assertThat(contrasts(DEFAULTS).stream().map(CrossViewTest::name))
        .containsExactly(
            "view-1 view-2",
            "view-1 view-3",
            "view-2 view-1",
            "view-2 view-3",
            "view-3 view-1",
            "view-3 view-2");
    assertThat(contrasts(DEFAULTS).get(0).relation().structure())
        .contains(Structure.of(false, true, true));
  }

  @Test
  void one_way_takes_each_pair_once() {
    CrossViewOptions once =
        new CrossViewOptions("projection", Optional.empty(), false, false, false, true);
    assertThat(contrasts(once).stream().map(CrossViewTest::name))
        .containsExactly("view-1 view-2", "view-1 view-3", "view-2 view-3");
    assertThat(contrasts(once).get(0).relation().structure())
        .contains(Structure.of(false, false, true));
  }

  @Test
  void keys_may_be_what_the_twin_makes_of_another_output() {
    CrossViewOptions momentum =
        new CrossViewOptions("prediction", Optional.of("projection"), true, true, true, false);
    Contrast first = contrasts(momentum).get(0);
    assertThat(first.anchors()).containsExactly(Rows.of("view-1", "prediction"));
    assertThat(first.keys()).containsExactly(Rows.of("view-2", "projection").target());
    PairSampler sampler = sampler(momentum);
    assertThat(sampler.needs().twins()).containsExactly(Network.MAIN);
    assertThat(sampler.needs().outputs()).containsExactlyInAnyOrder("prediction", "projection");
  }

  @Test
  void without_negatives_one_sample_is_enough() {
    CrossViewOptions agreement =
        new CrossViewOptions("projection", Optional.empty(), false, true, false, true);
    assertThat(sampler(agreement).needs().batch()).isLessThan(2);
    assertThat(sampler(DEFAULTS).needs().batch()).isEqualTo(2);
  }

  private static String name(Contrast contrast) {
    return contrast.anchors().get(0).view() + " " + contrast.keys().get(0).view();
  }

  private PairSampler sampler(CrossViewOptions options) {
    return new CrossViewProvider().create(options, harness.setup());
  }

  private List<Contrast> contrasts(CrossViewOptions options) {
    return sampler(options)
        .sample(FakeEncoded.projections(view, view, view), harness.context())
        .contrasts();
  }
}
