package io.dyad.contract.harness;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Kernels;
import io.dyad.runtime.kernel.Autograd;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.runtime.kernel.ScriptKernels;

/**
 * The surroundings of one test: an engine on the CPU, a manager, kernels, and gradients switched on
 * for this thread. Open it in the test and close it on the same thread:
 *
 * <pre>
 * try (Harness harness = new Harness()) {
 *   Loss loss = new InfoNceProvider().create(options, harness.setup());
 *   NDArray z1 = harness.leaf(new Shape(2, 2), 1, 0, 0, 1);
 *   FakeEncoded encoded = FakeEncoded.projections(z1, z2);
 *   NDArray value = loss.evaluate(encoded, pairs, harness.context()).total();
 *   NDList gradients = harness.gradients(value, z1, z2);
 * }
 * </pre>
 */
public final class Harness implements AutoCloseable {
  private final DataType type;
  private final GradientMode mode;
  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final ScriptKernels kernels = new ScriptKernels(Device.cpu());
  private final Autograd autograd = new Autograd(kernels);

  /** Opens a harness of float64. */
  public Harness() {
    this(DataType.FLOAT64);
  }

  /** Opens a harness of a floating-point type. */
  public Harness(DataType type) {
    this.type = type;
    mode = GradientMode.enabled();
  }

  /** Returns the manager of everything made here; closed with the harness. */
  public NDManager manager() {
    return manager;
  }

  /** Returns the real compiler of kernels. */
  public Kernels kernels() {
    return kernels;
  }

  /** Returns a setup with the harness's type, kernels and manager, and draws of seed 0. */
  public HarnessSetup setup() {
    return new HarnessSetup(type, manager, kernels);
  }

  /** Returns the context of step 0 of 1 in training, with draws of seed 0. */
  public HarnessContext context() {
    return context(manager);
  }

  /** Returns the same context for a step with a manager of its own. */
  public HarnessContext context(NDManager step) {
    return new HarnessContext(step, manager, autograd);
  }

  /** Returns an array of the harness's type that requires a gradient. */
  public NDArray leaf(Shape shape, double... values) {
    NDArray array = constant(shape, values);
    array.setRequiresGradient(true);
    return array;
  }

  /** Returns an array of the harness's type without a gradient. */
  public NDArray constant(Shape shape, double... values) {
    return manager.create(values, shape).toType(type, false);
  }

  /** Returns the gradients of a scalar, one an input, zeros where it does not depend on it. */
  public NDList gradients(NDArray of, NDArray... inputs) {
    return autograd.gradients(of, new NDList(inputs), false);
  }

  @Override
  public void close() {
    mode.close();
    kernels.close();
    manager.close();
  }
}
