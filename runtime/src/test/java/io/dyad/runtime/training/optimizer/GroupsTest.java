package io.dyad.runtime.training.optimizer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.runtime.kernel.ScriptKernels;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Groups with a rate of their own, or that start later; and Adam with decay in the gradient. */
class GroupsTest {
  private static final Adam.Options ADAM = new Adam.Options(0.9, 0.99, 1e-8, false);

  private final ScriptKernels kernels = new ScriptKernels(Device.cpu());
  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final NDArray halted = manager.zeros(new Shape());
  private final GradientMode mode = GradientMode.enabled();

  @AfterEach
  void close() {
    mode.close();
    manager.close();
    kernels.close();
  }

  @Test
  void adam_adds_its_decay_to_the_gradient() {
    double w = 0.7;
    double mean = 0;
    double square = 0;
    NDArray array = leaf(w);
    Optimizer adam = new Adam(kernels, manager, List.of(new Trained("w", array, 1, 0.1)), 0, ADAM);
    for (int t = 1; t <= 3; t++) {
      adam.step(Gradients.of(array.mul(array).sum(), halted), 0.05);
      double gradient = 2 * w + 0.1 * w;
      mean = 0.9 * mean + 0.1 * gradient;
      square = 0.99 * square + 0.01 * gradient * gradient;
      double meanHat = mean / (1 - Math.pow(0.9, t));
      double squareHat = square / (1 - Math.pow(0.99, t));
      w -= 0.05 * meanHat / (Math.sqrt(squareHat) + 1e-8);
      assertThat(array.getDouble(0)).isCloseTo(w, within(1e-12));
    }
  }

  @Test
  void a_constant_rate_does_not_follow_the_schedule() {
    NDArray follows = leaf(0);
    NDArray stays = leaf(0);
    List<Trained> trained =
        List.of(new Trained("follows", follows, 1, 0), new Trained("stays", stays, 3, 0, true, 0));
    Optimizer sgd = new Sgd(kernels, manager, trained, 0, new Sgd.Options(0, false));
    sgd.step(Gradients.of(follows.add(stays).sum(), halted), new StepRate(0.1, 0.25, 7));
    assertThat(follows.getDouble(0)).isCloseTo(-0.025, within(1e-15));
    assertThat(stays.getDouble(0)).isCloseTo(-0.3, within(1e-15));
  }

  /** In the second step the velocity of what was released is that of a first step. */
  @Test
  void a_gradient_is_dropped_until_its_step() {
    NDArray moving = leaf(0);
    NDArray late = leaf(1);
    List<Trained> trained =
        List.of(new Trained("moving", moving, 1, 0), new Trained("late", late, 1, 0.5, false, 1));
    Optimizer sgd = new Sgd(kernels, manager, trained, 0, new Sgd.Options(0.9, false));
    NDArray norm = sgd.step(loss(moving, late), new StepRate(0.1, 1, 0));
    assertThat(norm.getDouble()).isEqualTo(3);
    assertThat(late.getDouble(0)).isEqualTo(1);
    assertThat(requireNonNull(sgd.state().get("velocity.late")).getDouble(0)).isZero();

    norm = sgd.step(loss(moving, late), new StepRate(0.1, 1, 1));
    assertThat(norm.getDouble()).isCloseTo(5, within(1e-12));
    assertThat(late.getDouble(0)).isCloseTo(1 - 0.1 * 4.5, within(1e-12));
    assertThat(moving.getDouble(0)).isCloseTo(-0.1 * 3 - 0.1 * 5.7, within(1e-12));
  }

  /** A first step of Adam is as long as the rate, whatever the gradient. */
  @Test
  void the_moments_of_adam_begin_when_a_group_is_released() {
    NDArray moving = leaf(0);
    NDArray late = leaf(0);
    List<Trained> trained =
        List.of(new Trained("moving", moving, 1, 0), new Trained("late", late, 1, 0, false, 2));
    Optimizer adam = new Adam(kernels, manager, trained, 0, ADAM);
    for (int step = 0; step < 3; step++) {
      adam.step(loss(moving, late), new StepRate(0.1, 1, step));
    }
    assertThat(late.getDouble(0)).isCloseTo(-0.1, within(1e-6));
    assertThat(moving.getDouble(0)).isCloseTo(-0.3, within(1e-6));
    assertThat(requireNonNull(adam.state().get("count")).toFloatArray()).containsExactly(3, 1);
  }

  @Test
  void a_step_in_which_everything_is_frozen_changes_nothing() {
    NDArray late = leaf(2);
    List<Trained> trained = List.of(new Trained("late", late, 1, 0.5, false, 5));
    for (Optimizer optimizer :
        List.of(
            new Sgd(kernels, manager, trained, 1, new Sgd.Options(0.9, false)),
            new Adam(kernels, manager, trained, 1, ADAM),
            new Lars(kernels, manager, trained, 1, new Lars.Options(0.9, 0.001)))) {
      NDArray norm = optimizer.step(Gradients.of(late.sum(), halted), new StepRate(0.1, 1, 4));
      assertThat(norm.getDouble()).isZero();
      assertThat(late.getDouble(0)).isEqualTo(2);
      assertThat(halted.getFloat()).isZero();
    }
  }

  private Gradients loss(NDArray moving, NDArray late) {
    return Gradients.of(moving.mul(3).add(late.mul(4)).sum(), halted);
  }

  private NDArray leaf(double value) {
    NDArray array = manager.create(new double[] {value});
    array.setRequiresGradient(true);
    return array;
  }
}
