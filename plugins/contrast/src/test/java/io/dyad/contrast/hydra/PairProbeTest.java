package io.dyad.contrast.hydra;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Kernel;
import io.dyad.contract.harness.Harness;
import org.junit.jupiter.api.Test;

class PairProbeTest {
  /**
   * Means at angles of 0, 90 and 180 degrees; one of two test rows of class 0 is at 100 degrees.
   */
  @Test
  void shares_are_those_by_hand() {
    try (Harness harness = new Harness()) {
      Kernel kernel = harness.kernels().resource(PairProbe.class, "pair-probe");
      NDArray train = harness.constant(new Shape(3, 2), 1, 0, 0, 1, -1, 0);
      NDArray test = harness.constant(new Shape(4, 2), 2, 0, -0.2, 1, 0, 3, -1, 0.1);
      NDArray separation =
          kernel
              .call(
                  "separation",
                  train,
                  harness.manager().create(new long[] {0, 1, 2}),
                  test,
                  harness.manager().create(new long[] {0, 0, 1, 2}),
                  3)
              .singletonOrThrow();
      assertThat(separation.toDoubleArray()).containsExactly(0, 0.5, 0.5, 1, 0, 1, 1, 1, 0);
    }
  }
}
