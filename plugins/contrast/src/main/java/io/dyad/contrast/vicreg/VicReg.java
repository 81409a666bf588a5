package io.dyad.contrast.vicreg;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Encoded;
import io.dyad.api.Kernel;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.StepContext;
import io.dyad.contrast.aligned.AlignedPairs;
import io.dyad.toolkit.kernel.Scalars;

/** The weighted sum of three terms, each averaged over the pairs and named as it is, unweighted. */
final class VicReg implements Loss {
  private final Kernel kernel;
  private final VicRegOptions options;

  VicReg(Kernel kernel, VicRegOptions options) {
    this.kernel = kernel;
    this.options = options;
  }

  /** One sample has no variance. */
  @Override
  public Needs needs() {
    return Needs.NOTHING.batch(2);
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    AlignedPairs aligned = AlignedPairs.of(pairs, VicRegProvider.NAME);
    NDList terms =
        kernel.call(
            "terms",
            aligned.anchors(encoded),
            aligned.keys(encoded),
            options.targetDeviation(),
            options.varianceEpsilon());
    NDArray total =
        weighted(terms.get(0), options.invarianceWeight())
            .add(weighted(terms.get(1), options.varianceWeight()))
            .add(weighted(terms.get(2), options.covarianceWeight()));
    return LossValue.of(total)
        .term("invariance", terms.get(0))
        .term("variance", terms.get(1))
        .term("covariance", terms.get(2));
  }

  private static NDArray weighted(NDArray term, double weight) {
    return term.mul(Scalars.of(term, weight));
  }
}
