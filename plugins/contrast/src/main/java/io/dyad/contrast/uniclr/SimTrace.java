package io.dyad.contrast.uniclr;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.StepContext;
import io.dyad.contrast.aligned.AlignedPairs;
import io.dyad.toolkit.kernel.Scalars;
import java.util.Map;

/**
 * Minus the mean diagonal of the whitened affinities. The directions of a pair of views are added,
 * pairs of views averaged.
 */
final class SimTrace implements Loss {
  private final WhitenedAffinity affinity;
  private final Statistics statistics;

  SimTrace(WhitenedAffinity affinity, Statistics statistics) {
    this.affinity = affinity;
    this.statistics = statistics;
  }

  /** Two rows of one sample have a covariance of rank 1. */
  @Override
  public Needs needs() {
    return Needs.NOTHING.batch(2);
  }

  @Override
  public Map<String, NDArray> state() {
    return statistics.state();
  }

  @Override
  public void restore(Map<String, NDArray> saved) {
    statistics.restore(saved);
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    AlignedPairs aligned = AlignedPairs.of(pairs, SimTraceProvider.NAME);
    NDList anchors = aligned.anchors(encoded);
    NDList keys = aligned.keys(encoded);
    NDArray sum = Scalars.of(anchors.head(), 0);
    for (int i = 0; i < aligned.size(); i++) {
      sum = sum.add(mean(anchors.get(i), keys.get(i)));
    }
    return LossValue.of(sum.neg().div(Scalars.of(sum, aligned.viewPairs())));
  }

  private NDArray mean(NDArray first, NDArray second) {
    NDList constants =
        statistics.of(first.stopGradient(), second.stopGradient(), SimTraceProvider.NAME);
    return affinity.meanOfDiagonal(first, second, constants);
  }
}
