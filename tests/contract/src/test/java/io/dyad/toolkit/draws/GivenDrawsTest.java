package io.dyad.toolkit.draws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Draws;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GivenDrawsTest {
  private final NDManager manager = NDManager.newBaseManager(Device.cpu());

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void recorded_draws_are_replayed_by_name_and_place() {
    NDArray noise = manager.create(new double[] {0.1, 0.2});
    NDArray inner = manager.create(new long[] {1, 0});
    Draws draws = GivenDraws.of(Map.of("noise", noise, "view/1/order", inner));
    assertThat(draws.forSamples(new long[] {7, 8}).uniform("noise", new Shape(2)))
        .isEqualTo(noise)
        .isNotSameAs(noise);
    assertThat(draws.at("view", 1).permutation("order", 2)).isEqualTo(inner);
  }

  @Test
  void a_missing_draw_is_named() {
    Draws draws = GivenDraws.of(Map.of("noise", manager.create(1.0)));
    assertThatThrownBy(() -> draws.at("view", 0).normal("shift", new Shape()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no draw \"view/0/shift\" was given; given are [noise]");
  }

  @Test
  void a_draw_of_another_shape_is_refused() {
    Draws draws = GivenDraws.of(Map.of("noise", manager.create(1.0)));
    assertThatThrownBy(() -> draws.uniform("noise", new Shape(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("draw \"noise\" was given with shape () but shape (2) is drawn");
  }

  @Test
  void other_draws_are_delegated() {
    SeededDraws seeded = new SeededDraws(1, manager);
    Draws draws = GivenDraws.of(Map.of()).otherwise(seeded);
    assertThat(draws.at("step", 3).integers("i", 10, new Shape(4)))
        .isEqualTo(seeded.at("step", 3).integers("i", 10, new Shape(4)));
  }
}
