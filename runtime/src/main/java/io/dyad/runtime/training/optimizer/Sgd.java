package io.dyad.runtime.training.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.runtime.kernel.GradientMode;
import java.util.List;
import java.util.Map;

/** Stochastic gradient descent with momentum; the weight decay is added to the gradient. */
public final class Sgd implements Optimizer {
  private final Kernel kernel;
  private final ParameterSet parameters;
  private final NDList arrays;
  private final NDList velocities;
  private final double clipNorm;
  private final Options options;

  /**
   * Options.
   *
   * @param momentum in [0, 1)
   * @param nesterov whether to look ahead along the velocity
   */
  public record Options(double momentum, boolean nesterov) {}

  /**
   * Creates the optimiser.
   *
   * @param manager owns the velocities
   * @param clipNorm the largest norm of all gradients together, or 0 for no clipping
   */
  public Sgd(
      Kernels kernels, NDManager manager, List<Trained> trained, double clipNorm, Options options) {
    kernel = kernels.resource(Optimizer.class, "optimizer");
    parameters = new ParameterSet(trained);
    arrays = parameters.arrays();
    velocities = options.momentum() == 0 ? new NDList() : parameters.zeros(manager);
    this.clipNorm = clipNorm;
    this.options = options;
  }

  @Override
  public NDArray step(Gradients gradients, StepRate rate) {
    try (GradientMode off = GradientMode.disabled()) {
      return kernel
          .call(
              "sgd",
              gradients.loss(),
              gradients.summed(),
              gradients.halted(),
              arrays,
              velocities,
              parameters.sizes(),
              parameters.active(rate),
              parameters.rates(rate),
              parameters.decays(),
              clipNorm,
              options.momentum(),
              options.nesterov())
          .singletonOrThrow();
    }
  }

  @Override
  public NDList parameters() {
    return arrays;
  }

  @Override
  public Map<String, NDArray> state() {
    return velocities.isEmpty() ? Map.of() : parameters.named("velocity", velocities);
  }
}
