package io.dyad.contrast.barlowtwins;

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

/** Adds what is on the diagonal and, weighted, what is off it. */
final class BarlowTwins implements Loss {
  private final CrossCorrelation correlation;
  private final BarlowTwinsOptions options;

  BarlowTwins(CrossCorrelation correlation, BarlowTwinsOptions options) {
    this.correlation = correlation;
    this.options = options;
  }

  /** One sample has no variance: every feature would be zero. */
  @Override
  public Needs needs() {
    return Needs.NOTHING.batch(2);
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    AlignedPairs aligned = AlignedPairs.of(pairs, BarlowTwinsProvider.NAME);
    NDList distances =
        correlation.distances(
            aligned.anchors(encoded), aligned.keys(encoded), options.batchNormEpsilon());
    NDArray diagonal = distances.get(0);
    NDArray rest = distances.get(1);
    return LossValue.of(diagonal.add(rest.mul(Scalars.of(rest, options.lambda()))))
        .term("diagonal", diagonal)
        .term("off-diagonal", rest);
  }
}
