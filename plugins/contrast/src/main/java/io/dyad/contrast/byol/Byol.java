package io.dyad.contrast.byol;

import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.StepContext;
import io.dyad.contrast.aligned.AlignedPairs;
import io.dyad.contrast.aligned.Cosine;

/**
 * The equation: {@code 2 - 2 mean cos(anchor, key)}, added over the contrasts and divided by the
 * number of pairs of views. With both directions of two views it ranges from 0 to 8. Keys get no
 * gradient.
 */
final class Byol implements Loss {
  private final Cosine cosine;

  Byol(Cosine cosine) {
    this.cosine = cosine;
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    AlignedPairs aligned = AlignedPairs.of(pairs, ByolProvider.NAME);
    double directions = (double) aligned.size() / aligned.viewPairs();
    return LossValue.of(
        cosine.mean(
            aligned.anchors(encoded),
            aligned.keys(encoded),
            true,
            2 * directions,
            -2 * directions));
  }
}
