package io.dyad.contrast.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueueTest {
  private final Harness harness = new Harness();
  private final NDArray view = harness.constant(new Shape(2, 1), 1, 2);

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void keys_are_the_twins_rows_of_the_other_view_and_then_the_bank() {
    List<Contrast> contrasts = contrasts(options(false, true), 3);
    assertThat(contrasts).hasSize(1);
    assertThat(contrasts.get(0).anchors()).containsExactly(Rows.of("view-1", "projection"));
    assertThat(contrasts.get(0).keys())
        .containsExactly(Rows.of("view-2", "projection").target(), Rows.bank("queue"));
  }

  @Test
  void both_ways_each_view_is_an_anchor() {
    assertThat(contrasts(options(true, true), 3).stream().map(c -> c.anchors().get(0).view()))
        .containsExactly("view-1", "view-2");
  }

  @Test
  void other_samples_of_the_batch_are_ignored() {
    Relation.Block block = block(options(false, true), 3);
    assertThat(block.positive()).isEqualTo(matrix(5, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0));
    assertThat(block.denominator()).isEqualTo(matrix(5, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1));
  }

  @Test
  void the_partner_may_stay_out_of_the_denominator() {
    assertThat(block(options(false, false), 1).denominator())
        .isEqualTo(matrix(3, 0, 0, 1, 0, 0, 1));
  }

  @Test
  void an_empty_bank_leaves_the_partner_alone() {
    assertThat(block(options(false, true), 0).denominator()).isEqualTo(matrix(2, 1, 0, 0, 1));
  }

  @Test
  void an_empty_bank_without_the_partner_is_refused() {
    assertThatThrownBy(() -> contrasts(options(false, false), 0))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("queue", "banks.queue.initial = random");
  }

  @Test
  void it_needs_the_bank_and_the_twin() {
    var needs = new QueueProvider().create(options(false, true), harness.setup()).needs();
    assertThat(needs.banks()).containsExactly("queue");
    assertThat(needs.twins()).containsExactly("main");
    assertThat(needs.views()).isEqualTo(2);
  }

  private static QueueOptions options(boolean bothWays, boolean partnerInDenominator) {
    return new QueueOptions(
        "projection", "projection", true, "queue", bothWays, partnerInDenominator);
  }

  private List<Contrast> contrasts(QueueOptions options, int queued) {
    NDArray bank = harness.manager().zeros(new Shape(queued, 1), DataType.FLOAT64);
    return new QueueProvider()
        .create(options, harness.setup())
        .sample(
            FakeEncoded.projections(view, view).with(Rows.bank("queue"), bank), harness.context())
        .contrasts();
  }

  private Relation.Block block(QueueOptions options, int queued) {
    return contrasts(options, queued).get(0).relation().block(0, 2);
  }

  private NDArray matrix(int columns, double... values) {
    return harness
        .constant(new Shape(values.length / columns, columns), values)
        .toType(DataType.FLOAT32, false);
  }
}
