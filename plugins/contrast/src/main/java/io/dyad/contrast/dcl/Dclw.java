package io.dyad.contrast.dcl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.StepContext;
import io.dyad.contrast.views.Contrasts;
import io.dyad.toolkit.kernel.Scalars;
import java.util.ArrayList;
import java.util.List;

/** The decoupled loss, whose positives all weigh 1, and what other weights change. */
final class Dclw implements Loss {
  private final Loss decoupled;
  private final PositiveWeights weights;

  Dclw(Loss decoupled, PositiveWeights weights) {
    this.decoupled = decoupled;
    this.weights = weights;
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    List<Contrast> apart = Contrasts.of("dclw", pairs).stream().map(Dclw::decoupled).toList();
    NDArray total = decoupled.evaluate(encoded, Pairs.of(apart), context).total();
    NDArray count = Scalars.of(total, apart.size());
    List<NDArray> found = new ArrayList<>();
    for (Contrast contrast : apart) {
      NDList weighed = weights.of(encoded, contrast);
      total = total.add(weighed.get(0).div(count));
      found.add(weighed.get(1));
    }
    return LossValue.of(total).observe("positive-weight", NDArrays.concat(new NDList(found), 0));
  }

  private static Contrast decoupled(Contrast contrast) {
    boolean negatives =
        contrast
            .relation()
            .structure()
            .map(pattern -> pattern.sameView() || pattern.crossView())
            .orElse(true);
    if (!negatives) {
      throw new ConfigurationException(
          "dclw needs negatives, and its pairs have none; set pairs = in-batch");
    }
    return Contrast.of(
        contrast.anchors(), contrast.keys(), new DecoupledRelation(contrast.relation()));
  }
}
