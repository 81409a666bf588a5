package io.dyad.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.runtime.kernel.ScriptKernels;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DistributionsTest {
  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final ScriptKernels kernels = new ScriptKernels(Device.cpu());

  @AfterEach
  void free() {
    kernels.close();
    manager.close();
  }

  @Test
  void numbers_are_counted_from_the_least_to_the_greatest() {
    Distribution found = of(manager.arange(0f, 101f)).orElseThrow();
    assertThat(found.low()).isZero();
    assertThat(found.high()).isEqualTo(100);
    assertThat(found.counts()).hasSize(50).startsWith(2L, 2L).endsWith(3L);
    assertThat(sum(found)).isEqualTo(101);
  }

  @Test
  void both_types_of_numbers_are_counted_alike() {
    NDArray numbers = manager.create(new float[] {-3, 1.5f, 2, 2, 7});
    assertThat(of(numbers.toType(DataType.FLOAT64, true))).isEqualTo(of(numbers));
  }

  @Test
  void numbers_that_are_all_the_same_lie_in_the_middle_of_bounds_that_are_one_apart() {
    Distribution found = of(manager.full(new Shape(9), 4f)).orElseThrow();
    assertThat(found.low()).isEqualTo(3.5);
    assertThat(found.high()).isEqualTo(4.5);
    assertThat(found.counts().get(25)).isEqualTo(9);
    assertThat(sum(found)).isEqualTo(9);
  }

  @Test
  void what_is_not_finite_is_left_out_and_nothing_has_no_distribution() {
    Distribution found =
        of(manager.create(new float[] {Float.NaN, 1, Float.POSITIVE_INFINITY, 2})).orElseThrow();
    assertThat(found.low()).isEqualTo(1);
    assertThat(found.high()).isEqualTo(2);
    assertThat(sum(found)).isEqualTo(2);
    assertThat(of(manager.create(new float[] {Float.NaN, Float.NEGATIVE_INFINITY}))).isEmpty();
    assertThat(of(manager.zeros(new Shape(0)))).isEmpty();
  }

  private Optional<Distribution> of(NDArray numbers) {
    try (GradientMode ignored = GradientMode.disabled()) {
      return new Distributions(kernels).of(numbers);
    }
  }

  private static long sum(Distribution distribution) {
    return distribution.counts().stream().mapToLong(Long::longValue).sum();
  }
}
