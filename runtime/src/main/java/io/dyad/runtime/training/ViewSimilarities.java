package io.dyad.runtime.training;

import java.util.List;

/**
 * How alike views are, as unit rows.
 *
 * @param alignment mean squared distance of two views of one sample; 0 if they are the same
 * @param uniformity logarithm of the mean of {@code exp(-2 d^2)} over the distances {@code d} of
 *     different samples; the lower, the more evenly they are spread over the sphere
 * @param positive how many cosines of two views of one sample fall into each of the bins from -1 to
 *     1
 * @param negative the same of views of two samples
 */
public record ViewSimilarities(
    double alignment, double uniformity, List<Long> positive, List<Long> negative) {
  /** Copies the counts. */
  public ViewSimilarities {
    positive = List.copyOf(positive);
    negative = List.copyOf(negative);
  }
}
