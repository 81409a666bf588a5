package io.dyad.runtime.training.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.runtime.kernel.GradientMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adam. Weight decay is decoupled (AdamW: each step also shrinks a parameter by rate times decay)
 * or added to the gradient.
 */
public final class Adam implements Optimizer {
  private final Kernel kernel;
  private final ParameterSet parameters;
  private final NDList arrays;
  private final NDList means;
  private final NDList squares;
  private final NDArray counts;
  private final double clipNorm;
  private final Options options;

  /**
   * Options.
   *
   * @param beta1 share of the running mean of gradients kept in a step, in [0, 1)
   * @param beta2 share of the running mean of their squares kept in a step, in [0, 1)
   * @param epsilon added to the root of the squares
   * @param decoupled whether the weight decay stays out of the moments
   */
  public record Options(double beta1, double beta2, double epsilon, boolean decoupled) {}

  /**
   * Creates the optimiser.
   *
   * @param manager owns the moments
   * @param clipNorm the largest norm of all gradients together, or 0 for no clipping
   */
  public Adam(
      Kernels kernels, NDManager manager, List<Trained> trained, double clipNorm, Options options) {
    kernel = kernels.resource(Optimizer.class, "optimizer");
    parameters = new ParameterSet(trained);
    arrays = parameters.arrays();
    means = parameters.zeros(manager);
    squares = parameters.zeros(manager);
    counts = manager.zeros(new Shape(parameters.groups()));
    this.clipNorm = clipNorm;
    this.options = options;
  }

  @Override
  public NDArray step(Gradients gradients, StepRate rate) {
    try (GradientMode off = GradientMode.disabled()) {
      return kernel
          .call(
              "adam",
              gradients.loss(),
              gradients.summed(),
              gradients.halted(),
              arrays,
              means,
              squares,
              counts,
              parameters.sizes(),
              parameters.active(rate),
              parameters.rates(rate),
              parameters.decays(),
              clipNorm,
              options.beta1(),
              options.beta2(),
              options.epsilon(),
              options.decoupled())
          .singletonOrThrow();
    }
  }

  @Override
  public NDList parameters() {
    return arrays;
  }

  @Override
  public Map<String, NDArray> state() {
    Map<String, NDArray> state = new LinkedHashMap<>();
    state.put("count", counts);
    state.putAll(parameters.named("mean", means));
    state.putAll(parameters.named("square", squares));
    return Collections.unmodifiableMap(state);
  }
}
