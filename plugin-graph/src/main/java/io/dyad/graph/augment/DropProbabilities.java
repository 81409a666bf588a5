package io.dyad.graph.augment;

import io.dyad.api.Experimental;
import java.util.Arrays;

/**
 * How probable it is that an edge or a feature is dropped, from the centrality of what it belongs
 * to: the less central, the more probable.
 *
 * <p>Source: Zhu et al. 2021 (GCA), equations 3 and 6.
 *
 * @since 0.1
 */
@Experimental
public final class DropProbabilities {
  /** Logarithms that differ by less are the same number up to rounding. */
  private static final double ROUNDING = 1e-9;

  private DropProbabilities() {}

  /** Returns the centrality of the node that each edge leads to. */
  public static double[] ofTargets(EdgeList edges, double[] centrality) {
    return Arrays.stream(edges.targets()).mapToDouble(target -> centrality[target]).toArray();
  }

  /**
   * Returns how unimportant each is, by the logarithm of its centrality: (max - s) / (max - mean),
   * which is 0 for the most central and 1 on average.
   *
   * <p>If all are equally central, all are 1. Where the centrality is 0, as that of a feature that
   * no node has, the value is 0, and the others do as if it were not there: dropping it changes
   * nothing.
   *
   * @param centrality at least 0, one an edge or feature
   */
  public static double[] unimportance(double[] centrality) {
    double[] used = Arrays.stream(centrality).filter(c -> c > 0).map(Math::log).toArray();
    double max = Arrays.stream(used).max().orElse(0);
    double span = max - Arrays.stream(used).average().orElse(0);
    boolean constant = !(span > ROUNDING);
    return Arrays.stream(centrality)
        .map(c -> c > 0 ? (constant ? 1 : (max - Math.log(c)) / span) : 0)
        .toArray();
  }

  /**
   * Returns probabilities in proportion to unimportance, as many as there are.
   *
   * @param unimportance what {@link #unimportance} gives, whose mean is 1
   * @param rate the mean probability, but for what the threshold takes away
   * @param threshold the highest probability
   */
  public static double[] of(double[] unimportance, double rate, double threshold) {
    return Arrays.stream(unimportance).map(w -> Math.min(w * rate, threshold)).toArray();
  }
}
