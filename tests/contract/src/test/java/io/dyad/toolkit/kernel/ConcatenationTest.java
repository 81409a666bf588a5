package io.dyad.toolkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.dyad.contract.harness.Harness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcatenationTest {
  private final Harness harness = new Harness();
  private final NDArray first = harness.leaf(new Shape(1, 2), 1, 2);
  private final NDArray second = harness.leaf(new Shape(1, 2), 3, 4);

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void a_single_array_keeps_its_gradient() {
    NDArray alone = Concatenation.of(new NDList(first), 0);
    assertThat(harness.gradients(alone.sum(), first).head().toDoubleArray()).containsExactly(1, 1);
  }

  @Test
  void arrays_follow_each_other_along_the_axis() {
    NDArray together = Concatenation.of(new NDList(first, second), 1);
    assertThat(together.getShape()).isEqualTo(new Shape(1, 4));
    assertThat(together.toDoubleArray()).containsExactly(1, 2, 3, 4);
    assertThat(harness.gradients(together.sum(), second).head().toDoubleArray())
        .containsExactly(1, 1);
  }
}
