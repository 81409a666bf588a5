package io.dyad.runtime.training.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.runtime.kernel.GradientMode;
import java.util.List;
import java.util.Map;

/**
 * Layer-wise adaptive rate scaling: the step of each matrix or filter is proportional to its own
 * norm. One-dimensional parameters (biases, norms) are left out of scaling and weight decay.
 */
public final class Lars implements Optimizer {
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
   * @param trust the norm of a step relative to the norm of its parameter, such as 0.001
   */
  public record Options(double momentum, double trust) {}

  /**
   * Creates the optimiser.
   *
   * @param manager owns the velocities
   * @param clipNorm the largest norm of all gradients together, or 0 for no clipping
   */
  public Lars(
      Kernels kernels, NDManager manager, List<Trained> trained, double clipNorm, Options options) {
    kernel = kernels.resource(Optimizer.class, "optimizer");
    parameters = new ParameterSet(trained);
    arrays = parameters.arrays();
    velocities = parameters.zeros(manager);
    this.clipNorm = clipNorm;
    this.options = options;
  }

  @Override
  public NDArray step(Gradients gradients, double learningRate) {
    try (GradientMode off = GradientMode.disabled()) {
      return kernel
          .call(
              "lars",
              gradients.loss(),
              gradients.summed(),
              gradients.halted(),
              arrays,
              velocities,
              parameters.sizes(),
              parameters.rates(learningRate),
              parameters.decays(),
              clipNorm,
              options.momentum(),
              options.trust())
          .singletonOrThrow();
    }
  }

  @Override
  public NDList parameters() {
    return arrays;
  }

  @Override
  public Map<String, NDArray> state() {
    return parameters.named("velocity", velocities);
  }
}
