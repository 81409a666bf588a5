package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.api.NumericException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Watches whether representations still differ. Two figures: the deviation of unit rows per
 * dimension times the square root of the width (1 for rows spread evenly over the sphere, 0 when
 * all rows are the same), and the effective rank (the exponential of the entropy of the normalised
 * singular values; Roy and Vetterli 2007). Rows of a single number have no direction but a sign, so
 * they are divided by their common root mean square instead of their length.
 */
public final class CollapseMonitor {
  private static final double COLLAPSED = 0.02;

  private final Kernel kernel;

  /** Creates the monitor. */
  public CollapseMonitor(Kernels kernels) {
    this.kernel = kernels.resource(CollapseMonitor.class, "collapse");
  }

  /** Returns {@code deviation} and {@code effective-rank} of representations, shape (N, D). */
  public Map<String, Double> figures(NDArray representations) {
    NDList result = kernel.call("figures", representations);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("deviation", NumericCheck.scalar(result.get(0)));
    figures.put("effective-rank", NumericCheck.scalar(result.get(1)));
    return figures;
  }

  /**
   * Checks figures.
   *
   * @throws NumericException if the representations have collapsed to a point
   */
  public void check(Map<String, Double> figures, long epoch) {
    double deviation = figures.getOrDefault("deviation", 1.0);
    if (!Double.isFinite(deviation)) {
      throw new NumericException(
          "the representation is not finite after epoch %d, although the losses were; look at the encoder's running statistics, or lower the learning rate"
              .formatted(epoch));
    }
    if (!(deviation > COLLAPSED)) {
      throw new NumericException(
          "the representation has collapsed after epoch %d: unit rows deviate by %.4f of what rows spread over the sphere would (least allowed %.2f). Check that the loss has negatives or a stop-gradient, lower the learning rate, or set monitors.collapse = false to go on"
              .formatted(epoch, deviation, COLLAPSED));
    }
  }
}
