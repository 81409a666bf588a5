package io.dyad.contrast.triplet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Kernel;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.Structure;
import io.dyad.contrast.views.MeanLoss;
import io.dyad.toolkit.kernel.Scalars;
import java.util.List;

/** Applies the equation to each contrast and averages. */
final class Triplet implements Loss {
  private final TripletOptions options;
  private final Kernel kernel;

  Triplet(TripletOptions options, Kernel kernel) {
    this.options = options;
    this.kernel = kernel;
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING.views(2).batch(2);
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    return MeanLoss.over("triplet", pairs, contrast -> value(encoded, contrast));
  }

  private LossValue value(Encoded encoded, Contrast contrast) {
    Structure structure =
        contrast
            .relation()
            .structure()
            .filter(pattern -> pattern.sameView() || pattern.crossView())
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        "triplet needs pairs that follow a pattern with negatives; set pairs = in-batch"));
    NDList terms =
        kernel.call(
            "terms",
            rows(encoded, contrast.anchors()),
            rows(encoded, contrast.keys()),
            contrast.anchors().stream().mapToLong(contrast.keys()::indexOf).toArray(),
            contrast.anchors().stream().mapToLong(anchor -> partner(anchor, contrast)).toArray(),
            structure.sameView(),
            structure.crossView(),
            options.margin(),
            options.temperature());
    NDArray hinge = terms.get(0);
    NDArray smooth = terms.get(1);
    return LossValue.of(hinge.add(smooth.mul(Scalars.of(smooth, options.smoothWeight()))))
        .term("triplet", hinge)
        .term("smooth", smooth)
        .observe("active-triplets", terms.get(2));
  }

  private static NDList rows(Encoded encoded, List<Rows> addresses) {
    return new NDList(addresses.stream().map(encoded::get).toList());
  }

  /** Returns the place among the keys of the one that is not the anchor itself. */
  private static long partner(Rows anchor, Contrast contrast) {
    List<Rows> others = contrast.keys().stream().filter(key -> !key.equals(anchor)).toList();
    if (others.size() != 1 || !others.get(0).bank().isEmpty()) {
      throw new ConfigurationException(
          "triplet needs one partner for each anchor, but %s has %s; set pairs { use = in-batch, joint = false } or loss { use = pairwise, loss = triplet }"
              .formatted(anchor, others));
    }
    return contrast.keys().indexOf(others.get(0));
  }
}
