package io.dyad.contrast.mvinfonce;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Contrast;
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
final class MvInfoNce implements Loss {
  private final MvInfoNceOptions options;
  private final Kernel kernel;

  MvInfoNce(MvInfoNceOptions options, Kernel kernel) {
    this.options = options;
    this.kernel = kernel;
  }

  /** One sample has no negatives: numerator and denominator are the same. */
  @Override
  public Needs needs() {
    return Needs.NOTHING.views(2).batch(2);
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    return MeanLoss.over("mv-infonce", pairs, contrast -> LossValue.of(value(encoded, contrast)));
  }

  private NDArray value(Encoded encoded, Contrast contrast) {
    return kernel
        .call(
            "loss",
            AlignedViews.of("mv-infonce", encoded, contrast).rows(),
            options.temperature(),
            options.form() == MvInfoNceForm.CODE)
        .singletonOrThrow();
  }
}
