package io.dyad.runtime.experiment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.List;

/** How the learning rate changes over training. */
public record ScheduleOptions(
    @Doc("constant, cosine: falling along half a cosine after the warm-up, or step: at milestones")
        @Default("cosine")
        Shape shape,
    @Doc("epochs in which it rises") @Default("0") @Bound("[0, inf)") double warmupEpochs,
    @Doc("share of the learning rate from which it rises") @Default("0") @Bound("[0, 1]")
        double warmupFactor,
    @Doc("share of the learning rate that is left at the end of a cosine")
        @Default("0")
        @Bound("[0, 1]")
        double finalFactor,
    @Doc("epochs after which a step falls") @Default("[]") @Bound("[0, inf)")
        List<Double> milestones,
    @Doc("what the learning rate is multiplied by at each milestone")
        @Default("0.1")
        @Bound("(0, inf)")
        double factor) {
  /** Checks that a step has milestones, and nothing else has. */
  public ScheduleOptions {
    if (shape == Shape.STEP && milestones.isEmpty()) {
      throw new IllegalArgumentException(
          "milestones must name epochs for shape = step, such as [60, 80]");
    }
    if (shape != Shape.STEP && !milestones.isEmpty()) {
      throw new IllegalArgumentException("milestones are for shape = step only");
    }
  }
}
