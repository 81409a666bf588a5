package io.dyad.contrast.bacon;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;

/**
 * What a classifier is told about its logits l of two or more views, in nats. With class counts N
 * of C classes and s = softmax(l / student temperature):
 *
 * <pre>
 * cross view   = mean over pairs of views (i, j) of  - sum_c softmax(l_j / teacher temperature)_c log s_ic
 * distribution = sum_c p_c log p_c + log C,   p ~ mean over all rows of s / N^power, of sum 1
 * supervised   = mean over labelled rows of  - log s of their class
 * </pre>
 *
 * <p>Teachers carry no gradient. The distribution term is zero where the mean prediction follows
 * N^power, and log C at most. Counts below 1 count as 1, and p below 1e-12 in the logarithm as
 * that; without a labelled row the supervised term is zero.
 */
public final class PseudoLabelEquation {
  private final Kernel kernel;

  /** The terms, each of shape (), and the probabilities p, shape (C), without a gradient. */
  public record Terms(
      NDArray crossView, NDArray distribution, NDArray supervised, NDArray probabilities) {}

  /** The temperatures of student and teacher, and the power of the counts. */
  public record Constants(double student, double teacher, double power) {}

  /** Compiles the equation. */
  public PseudoLabelEquation(Kernels kernels) {
    kernel = kernels.resource(PseudoLabelEquation.class, "pseudo-label");
  }

  /**
   * Returns the terms.
   *
   * @param students logits of the views that learn, each of shape (N, C)
   * @param teachers logits of the views that teach, each of shape (N, C)
   * @param studentOf the student of each pair of views
   * @param teacherOf the teacher of each pair of views
   * @param counts shape (C)
   * @param labels int64, shape (N), -1 where unknown
   */
  public Terms terms(
      NDList students,
      NDList teachers,
      long[] studentOf,
      long[] teacherOf,
      NDArray counts,
      NDArray labels,
      Constants constants) {
    NDList terms =
        kernel.call(
            "terms",
            students,
            teachers,
            studentOf,
            teacherOf,
            counts,
            labels,
            constants.student(),
            constants.teacher(),
            constants.power());
    return new Terms(terms.get(0), terms.get(1), terms.get(2), terms.get(3));
  }
}
