package io.dyad.contrast.dhel;

import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.api.LossValue;

/**
 * The equation, in nats. For sample i with unit rows u(l,i) in views l, cosines s divided by the
 * temperature, averaged over samples:
 *
 * <pre>
 * sum_l log sum_{j != i} exp s(u(l,i), u(l,j)) - log sum_{l < k} exp s(u(l,i), u(k,i))
 * </pre>
 */
final class DhelEquation {
  private final Kernel kernel;
  private final double temperature;

  DhelEquation(Kernels kernels, double temperature) {
    kernel = kernels.resource(DhelEquation.class, "dhel");
    this.temperature = temperature;
  }

  /**
   * Returns the loss with its terms {@code alignment} and {@code uniformity}.
   *
   * @param views one array a view, each of shape (N, D)
   * @param energies how many of the views, from the first, the outer sum has
   */
  LossValue value(NDList views, int energies) {
    NDList terms = kernel.call("terms", views, temperature, energies);
    return LossValue.of(terms.get(0).add(terms.get(1)))
        .term("alignment", terms.get(0))
        .term("uniformity", terms.get(1));
  }
}
