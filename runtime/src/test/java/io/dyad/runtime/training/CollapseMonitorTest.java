package io.dyad.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.NumericException;
import io.dyad.runtime.kernel.ScriptKernels;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollapseMonitorTest {
  private final ScriptKernels kernels = new ScriptKernels(Device.cpu());
  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final CollapseMonitor monitor = new CollapseMonitor(kernels);

  @AfterEach
  void close() {
    manager.close();
    kernels.close();
  }

  @Test
  void equal_rows_stop_the_run() {
    Map<String, Double> figures = monitor.figures(manager.ones(new Shape(16, 4)));
    assertThat(figures.get("deviation")).isCloseTo(0, within(1e-5));
    assertThat(figures.get("effective-rank")).isCloseTo(1, within(1e-4));
    assertThatThrownBy(() -> monitor.check(figures, 3))
        .isInstanceOf(NumericException.class)
        .hasMessageContainingAll("collapsed after epoch 3", "monitors.collapse = false");
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 8, 512})
  void rows_spread_over_the_sphere_deviate_by_one_at_any_width(long width) {
    NDArray rows = new SeededDraws(1, manager).normal("rows", new Shape(256, width));
    Map<String, Double> figures = monitor.figures(rows);
    assertThat(figures.get("deviation")).isCloseTo(1, within(0.02));
    assertThatCode(() -> monitor.check(figures, 0)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void orthogonal_rows_have_their_number_as_effective_rank(int count) {
    NDArray rows = manager.eye(5, 5, 0, DataType.FLOAT32).get(":" + count);
    assertThat(monitor.figures(rows.mul(3f)).get("effective-rank")).isCloseTo(count, within(1e-4));
  }

  @Test
  void single_numbers_are_judged_by_their_size() {
    Map<String, Double> spread =
        monitor.figures(manager.create(new float[] {1, 2, 3, 4}, new Shape(4, 1)));
    // deviation sqrt(1.25) over root mean square sqrt(7.5)
    assertThat(spread.get("deviation")).isCloseTo(Math.sqrt(1.25 / 7.5), within(1e-6));
    Map<String, Double> equal = monitor.figures(manager.ones(new Shape(4, 1)));
    assertThatThrownBy(() -> monitor.check(equal, 0)).isInstanceOf(NumericException.class);
  }

  @Test
  void rows_that_are_no_numbers_are_named_as_such() {
    Map<String, Double> figures = monitor.figures(manager.ones(new Shape(3, 2)).div(0f));
    assertThatThrownBy(() -> monitor.check(figures, 1))
        .isInstanceOf(NumericException.class)
        .hasMessageContaining("not finite after epoch 1");
  }
}
