package io.dyad.contrast.agreement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.StepContext;
import io.dyad.contrast.aligned.AlignedPairs;
import io.dyad.toolkit.kernel.Scalars;

/** The equation: {@code mean (anchor - key)^2} over rows, columns and contrasts. */
final class Agreement implements Loss {
  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    AlignedPairs aligned = AlignedPairs.of(pairs, AgreementProvider.NAME);
    NDList anchors = aligned.anchors(encoded);
    NDList keys = aligned.keys(encoded);
    NDArray sum = difference(anchors.get(0), keys.get(0));
    for (int i = 1; i < aligned.size(); i++) {
      sum = sum.add(difference(anchors.get(i), keys.get(i)));
    }
    return LossValue.of(sum.div(Scalars.of(sum, aligned.size())));
  }

  private static NDArray difference(NDArray anchor, NDArray key) {
    return anchor.sub(key).square().mean();
  }
}
