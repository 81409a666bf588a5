package io.dyad.toolkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.runtime.kernel.Autograd;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.runtime.kernel.ScriptKernels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Expected values are calculated by hand. */
class OperatorsTest {
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
  void segments_are_summed_with_gradients() {
    NDArray values = leaf(new Shape(3, 2), 1, 2, 3, 4, 5, 6);
    NDArray segments = manager.create(new long[] {2, 0, 2});
    NDArray sums = new SegmentSum(kernels).sum(values, segments, 4);
    assertThat(sums.toDoubleArray()).containsExactly(3, 4, 0, 0, 6, 8, 0, 0);
    NDArray loss = sums.mul(sums).sum();
    assertThat(autograd.gradients(loss, new NDList(values), false).head().toDoubleArray())
        .containsExactly(12, 16, 6, 8, 12, 16);
  }

  @Test
  void segment_means_divide_by_the_members() {
    NDArray values = leaf(new Shape(3, 2), 1, 2, 3, 4, 5, 6);
    NDArray segments = manager.create(new long[] {2, 0, 2});
    NDArray means = new SegmentSum(kernels).mean(values, segments, 3);
    assertThat(means.toDoubleArray()).containsExactly(3, 4, 0, 0, 3, 4);
    NDArray flat = new SegmentSum(kernels).mean(leaf(new Shape(3), 1, 2, 6), segments, 3);
    assertThat(flat.toDoubleArray()).containsExactly(2, 0, 3.5);
  }

  @Test
  void both_forms_of_a_sparse_product_agree_with_the_dense_one() {
    // (0 2 0; 3 0 4) times a dense matrix
    NDArray weights = leaf(new Shape(3), 2, 3, 4);
    NDArray dense = leaf(new Shape(3, 2), 1, 2, 3, 4, 5, 6);
    NDArray columns = manager.create(new long[] {1, 0, 2});
    SparseProduct product = new SparseProduct(kernels);
    NDArray compressed =
        product.compressed(manager.create(new long[] {0, 1, 3}), columns, weights, dense);
    NDArray edges = product.edges(manager.create(new long[] {0, 1, 1}), columns, weights, dense, 2);
    for (NDArray result : new NDList(compressed, edges)) {
      assertThat(result.toDoubleArray()).containsExactly(6, 8, 23, 30);
      NDList gradients = autograd.gradients(result.get(1).sum(), new NDList(weights, dense), false);
      assertThat(gradients.get(0).toDoubleArray()).containsExactly(0, 3, 11);
      assertThat(gradients.get(1).toDoubleArray()).containsExactly(3, 3, 0, 0, 4, 4);
    }
  }

  @Test
  void a_spectrum_shows_a_cosine_and_is_undone() {
    double[] cosine = new double[9];
    for (int t = 0; t < 9; t++) {
      cosine[t] = Math.cos(2 * Math.PI * 2 * t / 9) + 1;
    }
    NDArray signal = leaf(new Shape(1, 9), cosine);
    Fourier fourier = new Fourier(kernels);
    NDList spectrum = fourier.forward(signal);
    assertThat(spectrum.get(0).toDoubleArray())
        .containsExactly(new double[] {9, 0, 4.5, 0, 0}, within(1e-12));
    assertThat(spectrum.get(1).toDoubleArray())
        .containsExactly(new double[] {0, 0, 0, 0, 0}, within(1e-12));
    NDArray back = fourier.inverse(spectrum.get(0), spectrum.get(1), 9);
    assertThat(back.toDoubleArray()).containsExactly(cosine, within(1e-12));
    NDArray gradient = autograd.gradients(back.sum(), new NDList(signal), false).head();
    assertThat(gradient.toDoubleArray())
        .containsExactly(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1}, within(1e-12));
  }

  @Test
  void an_affine_map_mirrors_halves_and_shifts() {
    NDArray image = leaf(new Shape(1, 1, 2, 2), 1, 2, 3, 4);
    AffineGrid grid = new AffineGrid(kernels);
    assertThat(grid.sample(image, matrix(-1, 0, 0, 0, 1, 0), 2, 2).toDoubleArray())
        .containsExactly(2, 1, 4, 3);
    assertThat(grid.sample(image, matrix(1, 0, 0, 0, 1, 0), 1, 1).toDoubleArray())
        .containsExactly(2.5);
    assertThat(grid.sample(image, matrix(1, 0, 1, 0, 1, 0), 2, 2).toDoubleArray())
        .containsExactly(2, 0, 4, 0);
    assertThat(grid.sampleMirrored(image, matrix(1, 0, 1, 0, 1, 0), 2, 2).toDoubleArray())
        .containsExactly(2, 2, 4, 4);
  }

  private NDArray matrix(double... values) {
    return manager.create(values, new Shape(1, 2, 3));
  }

  private NDArray leaf(Shape shape, double... values) {
    NDArray array = manager.create(values, shape).toType(DataType.FLOAT64, false);
    array.setRequiresGradient(true);
    return array;
  }
}
