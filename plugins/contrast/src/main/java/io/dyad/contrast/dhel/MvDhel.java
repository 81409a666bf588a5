package io.dyad.contrast.dhel;

import ai.djl.ndarray.NDList;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.StepContext;
import io.dyad.contrast.views.AlignedViews;
import io.dyad.contrast.views.MeanLoss;

/** Applies the equation to the views of each contrast and averages. */
final class MvDhel implements Loss {
  private final DhelEquation equation;

  MvDhel(DhelEquation equation) {
    this.equation = equation;
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING.views(2).batch(2);
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    return MeanLoss.over(
        "mv-dhel",
        pairs,
        contrast -> {
          NDList views = AlignedViews.of("mv-dhel", encoded, contrast).rows();
          return equation.value(views, views.size());
        });
  }
}
