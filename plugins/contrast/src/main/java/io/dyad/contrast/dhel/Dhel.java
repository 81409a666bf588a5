package io.dyad.contrast.dhel;

import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.StepContext;
import io.dyad.contrast.views.AlignedViews;
import io.dyad.contrast.views.MeanLoss;

/** Applies the equation to the two views of each contrast and averages. */
final class Dhel implements Loss {
  private final DhelEquation equation;
  private final int energies;

  Dhel(DhelEquation equation, int energies) {
    this.equation = equation;
    this.energies = energies;
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING.views(2).batch(2);
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    return MeanLoss.over(
        "dhel",
        pairs,
        contrast -> equation.value(AlignedViews.two("dhel", encoded, contrast).rows(), energies));
  }
}
