package io.dyad.contrast.simsiam;

import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.StepContext;
import io.dyad.contrast.aligned.AlignedPairs;
import io.dyad.contrast.aligned.Cosine;

/** The equation: {@code - mean cos(anchor, key)}, averaged over the contrasts. */
final class SimSiam implements Loss {
  private final Cosine cosine;
  private final boolean stopGradient;

  SimSiam(Cosine cosine, boolean stopGradient) {
    this.cosine = cosine;
    this.stopGradient = stopGradient;
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    AlignedPairs aligned = AlignedPairs.of(pairs, SimSiamProvider.NAME);
    return LossValue.of(
        cosine.mean(aligned.anchors(encoded), aligned.keys(encoded), stopGradient, 0, -1));
  }
}
