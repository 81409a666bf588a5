package io.dyad.contrast.symmetry;

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

/** The directions of a pair of views are added, pairs of views averaged. */
final class Symmetry implements Loss {
  private final Asymmetry asymmetry;
  private final SymmetryOptions options;

  Symmetry(Asymmetry asymmetry, SymmetryOptions options) {
    this.asymmetry = asymmetry;
    this.options = options;
  }

  /** The matrix of one sample is symmetric. */
  @Override
  public Needs needs() {
    return Needs.NOTHING.batch(2);
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    AlignedPairs aligned = AlignedPairs.of(pairs, SymmetryProvider.NAME);
    NDList anchors = aligned.anchors(encoded);
    NDList keys = aligned.keys(encoded);
    NDArray sum = norm(anchors.get(0), keys.get(0));
    for (int i = 1; i < aligned.size(); i++) {
      sum = sum.add(norm(anchors.get(i), keys.get(i)));
    }
    return LossValue.of(sum.mul(Scalars.of(sum, options.gamma() / aligned.viewPairs())));
  }

  private NDArray norm(NDArray anchor, NDArray key) {
    NDArray affinity = asymmetry.affinity(anchor, key, options.temperature(), options.normalize());
    return asymmetry.norm(affinity, options.divisor().of(anchor.getShape().get(0)));
  }
}
