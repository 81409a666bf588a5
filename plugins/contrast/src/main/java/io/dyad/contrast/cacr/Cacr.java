package io.dyad.contrast.cacr;

import ai.djl.ndarray.NDList;
import io.dyad.api.Encoded;
import io.dyad.api.Kernel;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.StepContext;
import io.dyad.contrast.views.AlignedViews;
import io.dyad.contrast.views.MeanLoss;

/** Applies the equation to the views of each contrast and averages. */
final class Cacr implements Loss {
  private final CacrOptions options;
  private final Kernel kernel;

  Cacr(CacrOptions options, Kernel kernel) {
    this.options = options;
    this.kernel = kernel;
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING.views(2).batch(2);
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    return MeanLoss.over(
        "cacr", pairs, contrast -> value(AlignedViews.of("cacr", encoded, contrast).rows()));
  }

  private LossValue value(NDList views) {
    NDList units = kernel.call("units", views);
    NDList attraction =
        kernel.call(
            "attraction",
            units.head(),
            options.alpha(),
            options.tPositive(),
            options.attraction() == CacrWeights.CONDITIONAL);
    NDList repulsion =
        kernel.call(
            "repulsion",
            units.head(),
            options.beta(),
            options.repulsion() == CacrWeights.CONDITIONAL ? options.tNegative() : 0.0,
            options.cost() == CacrCost.RBF,
            options.rbfT(),
            options.debias());
    return CacrTerms.sum(attraction.head(), repulsion.head());
  }
}
