package io.dyad.runtime.experiment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Progress;

/** Options of a momentum twin. */
public record TwinOptions(
    @Doc("share of the old twin that a step keeps") @Default("0.99") @Bound("[0, 1]")
        double momentum,
    @Doc("constant, or cosine: rising to 1 at the end of training") @Default("constant")
        Schedule schedule) {
  /**
   * Returns the share of the old twin that a step keeps at a point of training: the same
   * throughout, or rising to 1 along half a cosine (Grill et al. 2020, BYOL, section 3).
   */
  public double momentumAt(Progress progress) {
    if (schedule == Schedule.CONSTANT) {
      return momentum;
    }
    double wave = 0.5 * (1 + Math.cos(Math.PI * progress.fraction()));
    return 1 - (1 - momentum) * wave;
  }
}
