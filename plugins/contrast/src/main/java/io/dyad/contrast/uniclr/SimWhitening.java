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
import io.dyad.contrast.symmetry.Asymmetry;
import io.dyad.toolkit.kernel.Scalars;
import java.util.Map;

/**
 * Cross entropy of the whitened affinities and, weighted, how far they are from symmetric. The
 * directions of a pair of views are added, pairs of views averaged.
 */
final class SimWhitening implements Loss {
  private final WhitenedAffinity affinity;
  private final Asymmetry asymmetry;
  private final SimWhiteningOptions options;
  private final Statistics statistics;

  SimWhitening(
      WhitenedAffinity affinity,
      Asymmetry asymmetry,
      SimWhiteningOptions options,
      Statistics statistics) {
    this.affinity = affinity;
    this.asymmetry = asymmetry;
    this.options = options;
    this.statistics = statistics;
  }

  /** One sample has no negatives. */
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
    AlignedPairs aligned = AlignedPairs.of(pairs, SimWhiteningProvider.NAME);
    NDList anchors = aligned.anchors(encoded);
    NDList keys = aligned.keys(encoded);
    NDArray entropy = Scalars.of(anchors.head(), 0);
    NDArray asymmetric = Scalars.of(anchors.head(), 0);
    for (int i = 0; i < aligned.size(); i++) {
      NDArray logits = logits(anchors.get(i), keys.get(i));
      double divisor = options.symmetricDivisor().of(logits.getShape().get(0));
      entropy = entropy.add(affinity.crossEntropy(logits));
      asymmetric = asymmetric.add(asymmetry.norm(logits, divisor));
    }
    NDArray views = Scalars.of(entropy, aligned.viewPairs());
    NDArray contrast = entropy.div(views);
    NDArray symmetric = asymmetric.div(views);
    NDArray weight = Scalars.of(symmetric, options.symmetricWeight());
    return LossValue.of(contrast.add(symmetric.mul(weight)))
        .term("cross-entropy", contrast)
        .term("symmetric-loss", symmetric);
  }

  private NDArray logits(NDArray first, NDArray second) {
    NDArray products =
        affinity.matrix(first, second, statistics.of(first, second, SimWhiteningProvider.NAME));
    double divisor = options.logitDivisor().of(first.getShape().get(0), first.getShape().get(1));
    return products.div(Scalars.of(products, divisor * options.temperature()));
  }
}
