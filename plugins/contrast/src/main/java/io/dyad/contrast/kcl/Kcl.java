package io.dyad.contrast.kcl;

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

/** Applies the equation to the two views of each contrast and averages. */
final class Kcl implements Loss {
  private static final double GAUSSIAN_SCALE = 2;

  private final KclOptions options;
  private final Kernel kernel;

  Kcl(KclOptions options, Kernel kernel) {
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
        "kcl", pairs, contrast -> value(AlignedViews.two("kcl", encoded, contrast).rows()));
  }

  private LossValue value(NDList views) {
    boolean mixed = options.kernel() == KclKernel.GAUSSIAN_RIESZ;
    NDList terms =
        kernel.call(
            "terms",
            views.get(0),
            views.get(1),
            (mixed ? KclKernel.RIESZ : options.kernel()).name(),
            options.t(),
            (mixed ? KclKernel.GAUSSIAN : options.kernel()).name(),
            mixed ? GAUSSIAN_SCALE : options.t(),
            options.gamma());
    return LossValue.of(terms.get(0).add(terms.get(1)))
        .term("energy", terms.get(0))
        .term("alignment", terms.get(1));
  }
}
