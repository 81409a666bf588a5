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
 * norm. One-dimensional parameters (biases, norms) are left out of scaling and weight decay, unless
 * options say otherwise.
 *
 * <p>With g the gradient, w the weight and d its decay, the direction {@code g + d w} is scaled by
 * {@code trust |w| / |g + d w|} (LARS, You et al. 2017) or by {@code trust |w| / (|g| + d |w| +
 * epsilon)} (LARC), which may be clipped so that a step is never longer than that of SGD.
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
   * @param rule how the norm of a direction is taken
   * @param epsilon added to that norm; larc
   * @param scaleVectors whether one-dimensional parameters are scaled, too
   * @param decayVectors whether their weight decay acts
   */
  public record Options(
      double momentum,
      double trust,
      Rule rule,
      double epsilon,
      boolean scaleVectors,
      boolean decayVectors) {
    /** Creates those of LARS. */
    public Options(double momentum, double trust) {
      this(momentum, trust, Rule.LARS, 0, false, false);
    }
  }

  /** How the scale of a step is found. */
  public enum Rule {
    /** By the norm of gradient and decay together. */
    LARS,
    /** By the sum of both norms. */
    LARC,
    /** As LARC, and at most the learning rate itself. */
    CLIPPED_LARC
  }

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
    velocities = options.momentum() == 0 ? new NDList() : parameters.zeros(manager);
    this.clipNorm = clipNorm;
    this.options = options;
  }

  @Override
  public NDArray step(Gradients gradients, StepRate rate) {
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
              parameters.active(rate),
              parameters.rates(rate),
              parameters.decays(),
              clipNorm,
              options.momentum(),
              options.trust(),
              options.rule() != Rule.LARS,
              options.rule() == Rule.CLIPPED_LARC,
              options.epsilon(),
              options.scaleVectors(),
              options.decayVectors())
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
