package io.dyad.runtime.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.runtime.kernel.ScriptKernels;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Expected values are calculated by hand from the definitions. */
class OptimizersTest {
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
  void sgd_accumulates_velocity() {
    NDArray w = leaf(1.0, 2.0);
    Optimizer sgd = sgd(0, new Sgd.Options(0.9, false), trained("w", w, 1, 0));
    sgd.step(of(w.sum()), 0.1);
    sgd.step(of(w.sum()), 0.1);
    // velocity 1 then 1.9
    assertThat(w.toDoubleArray()).containsExactly(new double[] {1 - 0.29, 2 - 0.29}, within(1e-12));
    assertThat(sgd.state()).containsOnlyKeys("velocity.w");
    assertThat(sgd.state().get("velocity.w")).isNotNull();
  }

  @Test
  void nesterov_looks_ahead() {
    NDArray w = leaf(1.0);
    Optimizer sgd = sgd(0, new Sgd.Options(0.5, true), trained("w", w, 1, 0));
    sgd.step(of(w.sum()), 0.1);
    sgd.step(of(w.sum()), 0.1);
    // gradient + momentum * velocity: 1 + 0.5 * 1, then 1 + 0.5 * 1.5
    assertThat(w.getDouble(0)).isCloseTo(1 - 0.15 - 0.175, within(1e-15));
  }

  @Test
  void sgd_without_momentum_has_no_state() {
    NDArray w = leaf(3.0);
    Optimizer sgd = sgd(0, new Sgd.Options(0, false), trained("w", w, 1, 0.5));
    sgd.step(of(w.sum()), 0.1);
    assertThat(w.getDouble(0)).isCloseTo(3 - 0.1 * (1 + 0.5 * 3), within(1e-15));
    assertThat(sgd.state()).isEmpty();
  }

  @Test
  void groups_have_their_own_rates_and_decays() {
    NDArray a = leaf(1.0);
    NDArray b = leaf(1.0);
    NDArray c = leaf(1.0);
    Optimizer sgd =
        sgd(
            0,
            new Sgd.Options(0.9, false),
            trained("a", a, 1, 0),
            trained("b", b, 10, 0.5),
            trained("c", c, 1, 0));
    sgd.step(of(a.add(b.mul(2)).add(c.mul(3)).sum()), 0.01);
    assertThat(a.getDouble(0)).isCloseTo(1 - 0.01, within(1e-15));
    assertThat(b.getDouble(0)).isCloseTo(1 - 0.1 * 2.5, within(1e-15));
    assertThat(c.getDouble(0)).isCloseTo(1 - 0.03, within(1e-15));
    assertThat(sgd.state().keySet()).containsExactly("velocity.a", "velocity.b", "velocity.c");
    assertThat(sgd.state().values().stream().map(v -> v.getDouble(0)))
        .containsExactly(1.0, 2.5, 3.0);
  }

  @Test
  void adamw_follows_its_definition_for_three_steps() {
    double w = 0.7;
    double mean = 0;
    double square = 0;
    NDArray array = leaf(w);
    Optimizer adamw =
        new Adam(
            kernels,
            manager,
            List.of(trained("w", array, 1, 0.1)),
            0,
            new Adam.Options(0.9, 0.99, 1e-8, true));
    for (int t = 1; t <= 3; t++) {
      adamw.step(of(array.mul(array).sum()), 0.05);
      double gradient = 2 * w;
      w -= 0.05 * 0.1 * w;
      mean = 0.9 * mean + 0.1 * gradient;
      square = 0.99 * square + 0.01 * gradient * gradient;
      double meanHat = mean / (1 - Math.pow(0.9, t));
      double squareHat = square / (1 - Math.pow(0.99, t));
      w -= 0.05 * meanHat / (Math.sqrt(squareHat) + 1e-8);
      assertThat(array.getDouble(0)).isCloseTo(w, within(1e-12));
    }
    assertThat(adamw.state().keySet()).containsExactly("count", "mean.w", "square.w");
    assertThat(adamw.state().values().stream().mapToDouble(OptimizersTest::only).toArray())
        .containsExactly(new double[] {3, mean, square}, within(1e-12));
  }

  @Test
  void gradients_are_clipped_to_the_norm_of_all_together() {
    NDArray a = leaf(0.0);
    NDArray b = leaf(0.0);
    Optimizer sgd = sgd(1, new Sgd.Options(0, false), trained("a", a, 1, 0), trained("b", b, 1, 0));
    NDArray norm = sgd.step(of(a.mul(3).add(b.mul(4)).sum()), 1);
    assertThat(norm.getDouble()).isCloseTo(5, within(1e-12));
    assertThat(a.getDouble(0)).isCloseTo(-0.6, within(1e-6));
    assertThat(b.getDouble(0)).isCloseTo(-0.8, within(1e-6));
  }

  @Test
  void two_parameters_that_share_a_gradient_are_clipped_once() {
    NDArray a = leaf(0.0, 0.0);
    NDArray b = leaf(0.0, 0.0);
    Optimizer sgd = sgd(1, new Sgd.Options(0, false), trained("a", a, 1, 0), trained("b", b, 1, 0));
    sgd.step(of(a.add(b).sum()), 1);
    assertThat(a.toDoubleArray()).containsExactly(b.toDoubleArray());
    assertThat(a.getDouble(0)).isCloseTo(-0.5, within(1e-6));
  }

  @Test
  void a_gradient_that_lies_transposed_in_memory_is_read_in_order() {
    NDArray w = manager.zeros(new Shape(2, 3), DataType.FLOAT64);
    w.setRequiresGradient(true);
    NDArray x = manager.create(new double[] {1, 2, 3, 4, 5, 6}, new Shape(3, 2));
    Optimizer sgd = sgd(0, new Sgd.Options(0.9, false), trained("w", w, 1, 0));
    sgd.step(of(w.transpose().mul(x).sum()), 1);
    assertThat(w.toDoubleArray()).containsExactly(-1, -3, -5, -2, -4, -6);
  }

  @Test
  void a_parameter_out_of_reach_stays_without_decay() {
    NDArray w = leaf(1.0);
    NDArray unused = leaf(1.0);
    Optimizer sgd =
        sgd(0, new Sgd.Options(0.9, false), trained("w", w, 1, 0), trained("unused", unused, 1, 0));
    sgd.step(of(w.sum()), 0.1);
    assertThat(unused.getDouble(0)).isEqualTo(1);
  }

  @Test
  void lars_scales_matrices_and_leaves_vectors_alone() {
    NDArray weight = manager.create(new double[] {3, 4}, new Shape(1, 2));
    weight.setRequiresGradient(true);
    NDArray bias = leaf(1.0);
    Optimizer lars =
        new Lars(
            kernels,
            manager,
            List.of(trained("weight", weight, 1, 0), trained("bias", bias, 1, 0.5)),
            0,
            new Lars.Options(0.9, 0.001));
    lars.step(of(weight.mul(manager.create(new double[] {0, 2})).sum().add(bias.sum())), 1);
    // |p| / |g| = 5 / 2
    assertThat(weight.toDoubleArray()).containsExactly(3, 4 - 0.001 * 2.5 * 2);
    assertThat(bias.getDouble(0)).isEqualTo(0);
  }

  @Test
  void what_is_not_finite_halts_every_optimiser_for_good() {
    NDArray sound = leaf(1.0, 2.0);
    NDArray broken = leaf(0.0, 3.0);
    List<Trained> trained = List.of(trained("sound", sound, 1, 0.1), trained("b", broken, 1, 0.1));
    Optimizer adamw =
        new Adam(kernels, manager, trained, 1, new Adam.Options(0.9, 0.99, 1e-8, true));
    Optimizer sgd = new Sgd(kernels, manager, trained, 0, new Sgd.Options(0.9, false));
    Optimizer lars = new Lars(kernels, manager, trained, 0, new Lars.Options(0.9, 0.001));

    NDArray norm = adamw.step(of(sound.add(broken.sqrt()).sum()), 0.1);

    assertThat(norm.getDouble()).isInfinite();
    assertThat(halted.getFloat()).isEqualTo(1);
    for (Optimizer optimizer : List.of(adamw, sgd, lars)) {
      optimizer.step(of(sound.add(broken).sum()), 0.1);
      optimizer.state().values().forEach(moment -> assertThat(only(moment)).isZero());
    }
    assertThat(sound.toDoubleArray()).containsExactly(1, 2);
    assertThat(broken.toDoubleArray()).containsExactly(0, 3);
  }

  @Test
  void a_loss_that_is_no_number_halts_although_its_gradients_are() {
    NDArray w = leaf(1.0, 2.0);
    Optimizer sgd = sgd(0, new Sgd.Options(0, false), trained("w", w, 1, 0));
    NDArray norm = sgd.step(of(w.sum().add(manager.create(Double.NaN))), 0.1);
    assertThat(norm.getDouble()).isCloseTo(Math.sqrt(2), within(1e-12));
    assertThat(w.toDoubleArray()).containsExactly(1, 2);
  }

  @Test
  void gradients_summed_before_are_stepped_down_as_those_of_a_loss() {
    NDArray w = leaf(1.0, 2.0);
    NDArray unused = leaf(1.0);
    Optimizer sgd =
        sgd(0, new Sgd.Options(0, false), trained("w", w, 1, 0), trained("unused", unused, 1, 0));
    NDArray leaf = leaf(5.0, 7.0);
    NDArray far = leaf(5.0);
    GradientSum sum = new GradientSum(kernels, sgd);
    NDArray loss = w.mul(leaf).sum();

    NDList found = sum.add(loss, new NDList(leaf, far));
    sum.add(new NDList(w.mul(manager.create(10.0)), leaf(1.0)), new NDList(found.get(0), leaf(1)));
    NDArray norm = sgd.step(new Gradients(loss, sum.sums(), halted), 1);

    assertThat(found.get(0).toDoubleArray()).containsExactly(1, 2);
    assertThat(found.get(1).size()).isZero();
    assertThat(norm.getDouble()).isCloseTo(Math.hypot(15, 27), within(1e-12));
    assertThat(w.toDoubleArray()).containsExactly(1 - 15, 2 - 27);
    assertThat(unused.getDouble(0)).isEqualTo(1);
  }

  @Test
  void a_moving_average_follows() {
    NDArray average = manager.create(new double[] {1, 2});
    NDArray value = leaf(3, 6);
    new MovingAverage(kernels).follow(new NDList(average), new NDList(value), 0.75);
    assertThat(average.toDoubleArray()).containsExactly(1.5, 3);
    assertThat(average.hasGradient()).isFalse();
  }

  @Test
  void a_step_leaves_nothing_behind_but_its_norm() {
    NDArray w = leaf(1.0, 2.0);
    Optimizer adamw =
        new Adam(
            kernels,
            manager,
            List.of(trained("w", w, 1, 0)),
            1,
            new Adam.Options(0.9, 0.999, 1e-8, true));
    NDArray loss = w.sum();
    int before = manager.getManagedArrays().size();
    adamw.step(of(loss), 0.1).close();
    assertThat(manager.getManagedArrays()).hasSize(before);
  }

  private Optimizer sgd(double clipNorm, Sgd.Options options, Trained... trained) {
    return new Sgd(kernels, manager, List.of(trained), clipNorm, options);
  }

  private Gradients of(NDArray loss) {
    return Gradients.of(loss, halted);
  }

  private static Trained trained(String name, NDArray array, double factor, double decay) {
    return new Trained(name, array, factor, decay);
  }

  private static double only(NDArray array) {
    return array.toArray()[0].doubleValue();
  }

  private NDArray leaf(double... values) {
    NDArray array = manager.create(values);
    array.setRequiresGradient(true);
    return array;
  }
}
