package io.dyad.runtime.training.optimizer;

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

/** The weight has length 5, its gradient 2; the bias is 1 and its gradient 1. */
class LayerwiseTest {
  private static final double TRUST = 0.1;

  private final ScriptKernels kernels = new ScriptKernels(Device.cpu());
  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final GradientMode mode = GradientMode.enabled();
  private final NDArray weight = leaf(new Shape(1, 2), 3, 4);
  private final NDArray bias = leaf(new Shape(1), 1);

  @AfterEach
  void close() {
    mode.close();
    manager.close();
    kernels.close();
  }

  @Test
  void larc_divides_by_the_sum_of_the_norms_of_gradient_and_decay() {
    step(options(Lars.Rule.LARC, 0.5, false, false), 0.2, 1);
    double ratio = TRUST * 5 / (2 + 0.2 * 5 + 0.5);
    assertThat(weight.toDoubleArray())
        .containsExactly(
            new double[] {3 - ratio * 0.2 * 3, 4 - ratio * (2 + 0.2 * 4)}, within(1e-12));
    assertThat(bias.getDouble(0)).isEqualTo(0);
  }

  /** Unclipped, the ratio would be 0.5 / 3, more than the rate. */
  @Test
  void a_clipped_step_is_that_of_sgd_where_larc_would_go_further() {
    step(options(Lars.Rule.CLIPPED_LARC, 0, false, false), 0.2, 0.1);
    assertThat(weight.toDoubleArray())
        .containsExactly(new double[] {3 - 0.1 * 0.6, 4 - 0.1 * 2.8}, within(1e-12));
  }

  /** The ratio over the rate is 0.5 / 3 / 10. */
  @Test
  void a_clipped_step_does_without_the_rate_where_larc_goes_less_far() {
    step(options(Lars.Rule.CLIPPED_LARC, 0, false, false), 0.2, 10);
    assertThat(weight.toDoubleArray())
        .containsExactly(new double[] {3 - 0.5 / 3 * 0.6, 4 - 0.5 / 3 * 2.8}, within(1e-12));
  }

  @Test
  void vectors_are_scaled_and_decay_if_asked() {
    step(options(Lars.Rule.LARC, 0, true, true), 0.5, 1);
    assertThat(bias.getDouble(0)).isCloseTo(1 - TRUST / 1.5 * 1.5, within(1e-12));
  }

  @Test
  void vectors_of_lars_decay_without_being_scaled_if_asked() {
    step(options(Lars.Rule.LARS, 0, false, true), 0.5, 0.1);
    assertThat(bias.getDouble(0)).isCloseTo(1 - 0.1 * 1.5, within(1e-12));
  }

  @Test
  void without_momentum_there_is_no_state() {
    Optimizer lars = new Lars(kernels, manager, trained(0), 0, new Lars.Options(0, TRUST));
    lars.step(Gradients.of(weight.sum(), manager.zeros(new Shape())), 1);
    assertThat(weight.toDoubleArray()[0]).isCloseTo(3 - TRUST * 5 / Math.sqrt(2), within(1e-12));
    assertThat(lars.state()).isEmpty();
  }

  @Test
  void larc_leaves_a_weight_without_a_gradient_alone() {
    Optimizer larc = optimizer(options(Lars.Rule.LARC, 0, false, false), 0.5);
    larc.step(Gradients.of(bias.sum(), manager.zeros(new Shape())), 1);
    assertThat(weight.toDoubleArray()).containsExactly(3, 4);
  }

  private void step(Lars.Options options, double decay, double rate) {
    NDArray loss = weight.mul(manager.create(new double[] {0, 2})).sum().add(bias.sum());
    optimizer(options, decay).step(Gradients.of(loss, manager.zeros(new Shape())), rate);
  }

  private Optimizer optimizer(Lars.Options options, double decay) {
    return new Lars(kernels, manager, trained(decay), 0, options);
  }

  private List<Trained> trained(double decay) {
    return List.of(new Trained("weight", weight, 1, decay), new Trained("bias", bias, 1, decay));
  }

  private static Lars.Options options(
      Lars.Rule rule, double epsilon, boolean scaleVectors, boolean decayVectors) {
    return new Lars.Options(0.9, TRUST, rule, epsilon, scaleVectors, decayVectors);
  }

  private NDArray leaf(Shape shape, double... values) {
    NDArray array = manager.create(values, shape);
    array.setRequiresGradient(true);
    return array;
  }
}
