package io.dyad.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.dyad.api.Kernel;
import io.dyad.api.KernelException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AutogradTest {
  private static final String SQUARE =
      """
      def f(self, x: Tensor) -> Tensor:
        return torch.mul(x, x)
      """;

  private final ScriptKernels kernels = new ScriptKernels(Device.cpu());
  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final Autograd autograd = new Autograd(kernels);
  private final GradientMode mode = GradientMode.enabled();

  @AfterEach
  void close() {
    mode.close();
    manager.close();
    kernels.close();
  }

  @Test
  void gradients_pass_through_kernels_and_array_operations() {
    NDArray x = leaf(1, 2, 3);
    Kernel square = kernels.compile("square", SQUARE);
    NDArray loss = square.call("f", x.mul(3)).singletonOrThrow().sum();
    NDList gradients = autograd.gradients(loss, new NDList(x), false);
    assertThat(gradients.singletonOrThrow().toDoubleArray()).containsExactly(18, 36, 54);
  }

  @Test
  void what_the_scalar_does_not_depend_on_gets_zeros() {
    NDArray x = leaf(1, 2);
    NDArray unused = leaf(5, 6, 7);
    NDList gradients = autograd.gradients(x.sum(), new NDList(x, unused), false);
    assertThat(gradients.get(0).toDoubleArray()).containsExactly(1, 1);
    assertThat(gradients.get(1).toDoubleArray()).containsExactly(0, 0, 0);
  }

  @Test
  void a_constant_has_zero_gradients() {
    NDArray x = leaf(1, 2);
    NDArray constant = manager.create(3.0);
    assertThat(autograd.gradients(constant, new NDList(x), false).head().toDoubleArray())
        .containsExactly(0, 0);
  }

  @Test
  void differentiable_gradients_give_the_second_derivative() {
    NDArray x = leaf(2, 5);
    NDArray cube = x.mul(x).mul(x).sum();
    NDArray first = autograd.gradients(cube, new NDList(x), true).head();
    NDArray second = autograd.lastGradients(first.sum(), new NDList(x)).head();
    assertThat(first.toDoubleArray()).containsExactly(12, 75);
    assertThat(second.toDoubleArray()).containsExactly(12, 30);
  }

  @Test
  void last_gradients_free_the_graph() {
    NDArray x = leaf(2);
    NDArray loss = x.mul(x).sum();
    assertThat(autograd.lastGradients(loss, new NDList(x)).head().toDoubleArray())
        .containsExactly(4);
    assertThatThrownBy(() -> autograd.lastGradients(loss, new NDList(x)))
        .isInstanceOf(KernelException.class)
        .hasMessageContaining("second time");
  }

  @Test
  void the_gradient_mode_is_put_back_in_order() {
    try (GradientMode off = GradientMode.disabled()) {
      assertThat(JniUtils.isGradMode()).isFalse();
      try (GradientMode on = GradientMode.enabled()) {
        assertThat(JniUtils.isGradMode()).isTrue();
      }
      assertThat(JniUtils.isGradMode()).isFalse();
    }
    assertThat(JniUtils.isGradMode()).isTrue();
  }

  private NDArray leaf(double... values) {
    NDArray array = manager.create(values);
    array.setRequiresGradient(true);
    return array;
  }
}
