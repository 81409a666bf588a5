package io.dyad.toolkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.contract.harness.FreedMemory;
import io.dyad.contract.harness.Harness;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalarsTest {
  /** Fails for {@code x.mul(3.0)}. */
  @Test
  void a_gradient_outlives_a_garbage_collection_after_the_forward_pass() {
    try (Harness harness = new Harness()) {
      NDArray x = harness.leaf(new Shape(2), 1, 2);
      List<NDArray> losses = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        losses.add(x.mul(Scalars.of(x, 3)).sum());
      }
      FreedMemory.overwrite();
      for (NDArray loss : losses) {
        assertThat(harness.gradients(loss, x).get(0).toDoubleArray()).containsExactly(3, 3);
      }
    }
  }
}
