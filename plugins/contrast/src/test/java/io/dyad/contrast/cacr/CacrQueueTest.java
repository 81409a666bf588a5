package io.dyad.contrast.cacr;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CacrQueueTest {
  private static final Rows FIRST = Rows.of("view-1", "projection");
  private static final Rows SECOND = Rows.of("view-2", "projection");
  private static final Rows QUEUE = Rows.bank("queue");

  private final Harness harness = new Harness();
  private final NDArray view = harness.constant(new Shape(2, 2), 1, 0, 0, 1);

  @AfterEach
  void close() {
    harness.close();
  }

  /**
   * A neighbour at squared distance 2 in the batch, one at 0 or 2 and one at 4 or 2 in the queue.
   */
  @Test
  void the_queue_and_the_batch_repel_together() {
    NDArray queue = harness.constant(new Shape(2, 2), 1, 0, -1, 0);
    LossValue value = evaluate(queue, contrast(FIRST, SECOND.target(), QUEUE));
    double first = (0 + 2 * Math.exp(-4) + 4 * Math.exp(-8)) / (1 + Math.exp(-4) + Math.exp(-8));
    assertThat(number(value.terms(), "repulsion")).isCloseTo(-(first + 2) / 2, within(1e-12));
    assertThat(number(value.terms(), "attraction")).isZero();
  }

  @Test
  void each_query_view_has_products_of_its_own_with_the_queue() {
    NDArray queue = harness.constant(new Shape(1, 2), 1, 0);
    NDArray other = harness.constant(new Shape(2, 2), -1, 0, 0, -1);
    Contrast one = contrast(FIRST, SECOND.target(), QUEUE);
    Contrast two = contrast(SECOND, FIRST.target(), QUEUE);
    double both = repulsion(queue, other, one, two);
    assertThat(both)
        .isCloseTo(
            (repulsion(queue, other, one) + repulsion(queue, other, two)) / 2, within(1e-12));
    assertThat(repulsion(queue, other, one))
        .isNotCloseTo(repulsion(queue, other, two), within(1e-3));
  }

  @Test
  void an_empty_queue_leaves_the_batch() {
    LossValue value =
        evaluate(
            harness.manager().create(new Shape(0, 2), view.getDataType()),
            contrast(FIRST, SECOND.target(), QUEUE));
    assertThat(number(value.terms(), "repulsion")).isCloseTo(-2, within(1e-12));
  }

  @Test
  void a_queue_without_keys_is_refused() {
    assertThatThrownBy(() -> evaluate(view, contrast(FIRST, QUEUE)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("cacr-queue", "use = queue");
  }

  private double repulsion(NDArray queue, NDArray other, Contrast... contrasts) {
    return number(evaluate(queue, other, contrasts).terms(), "repulsion");
  }

  private LossValue evaluate(NDArray queue, Contrast... contrasts) {
    return evaluate(queue, view, contrasts);
  }

  private LossValue evaluate(NDArray queue, NDArray other, Contrast... contrasts) {
    Map<Rows, NDArray> rows = new LinkedHashMap<>();
    rows.put(FIRST, view);
    rows.put(SECOND, other);
    rows.put(FIRST.target(), view);
    rows.put(SECOND.target(), view);
    rows.put(QUEUE, queue);
    try (var loss = Subject.of(new CacrQueueProvider(), "", harness.setup())) {
      return loss.component()
          .evaluate(FakeEncoded.of(rows), Pairs.of(contrasts), harness.context());
    }
  }

  private Contrast contrast(Rows query, Rows... keys) {
    NDArray none = harness.constant(new Shape(1, 1), 0);
    return Contrast.of(List.of(query), List.of(keys), Relation.of(none, none));
  }

  private static double number(Map<String, NDArray> named, String name) {
    return requireNonNull(named.get(name), name).getDouble();
  }
}
