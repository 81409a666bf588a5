package io.dyad.runtime.report.learned;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import jakarta.inject.Inject;

/**
 * Principal components of rows of unit length. The sign of a component is such that its largest
 * score is positive, so the same rows always give the same scores.
 */
final class PrincipalComponents {
  /**
   * Rows along the components.
   *
   * @param rows for each row, most spread out first
   * @param shares of the total variance, in [0, 1], for each component
   */
  @SuppressWarnings("ArrayRecordComponent") // passed once; not compared
  record Scores(float[][] rows, float[] shares) {}

  private final Kernel kernel;

  @Inject
  PrincipalComponents(Kernels kernels) {
    this.kernel = kernels.resource(PrincipalComponents.class, "principal-components");
  }

  /**
   * Returns the scores.
   *
   * @param rows shape (N, D), scaled to unit length here
   * @param most components; there are no more than N or D
   */
  Scores scores(NDArray rows, int most) {
    long count = rows.getShape().get(0);
    long components = Math.min(most, Math.min(count, rows.getShape().get(1)));
    NDList result = kernel.call("scores", rows, components);
    float[] flat = result.get(0).toFloatArray();
    float[][] scores = new float[(int) count][(int) components];
    for (int row = 0; row < scores.length; row++) {
      System.arraycopy(flat, row * (int) components, scores[row], 0, (int) components);
    }
    return new Scores(scores, result.get(1).toFloatArray());
  }
}
