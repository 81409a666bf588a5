package io.dyad.contrast.bacon;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Targets;

/** Options of {@code pseudo-label}. */
public record PseudoLabelOptions(
    @Doc("divides the logits of the view that learns") @Default("0.1") @Bound("(0, inf)")
        double studentTemperature,
    @Doc("divides the logits of the view that teaches, at the beginning")
        @Default("0.07")
        @Bound("(0, inf)")
        double firstTeacherTemperature,
    @Doc("the same after so many teacher-epochs") @Default("0.04") @Bound("(0, inf)")
        double teacherTemperature,
    @Doc("epochs in which the teacher's temperature goes from the first to the last one")
        @Default("30")
        @Bound("[1, inf)")
        int teacherEpochs,
    @Doc("the epoch in which the branch begins, after a warm-up") @Default("0") @Bound("[0, inf)")
        int firstEpoch,
    @Doc("share of the supervised term; the others have the rest") @Default("0.35") @Bound("[0, 1]")
        double supervisedWeight,
    @Doc("weight of the term that makes predictions follow the class counts")
        @Default("1")
        @Bound("[0, inf)")
        double distributionWeight,
    @Doc("power of the class counts that predictions follow; 0: all classes alike")
        @Default("1.1")
        @Bound("[0, inf)")
        double countsPower,
    @Doc("the published class counts; as long as there are none, all classes count alike")
        @Default("class-counts")
        String counts,
    @Doc("the target that knows the class of labelled samples, and -1 of others")
        @Default(Targets.LABEL)
        String target) {

  /** Returns the teacher's temperature in an epoch of the run. */
  double teacherTemperature(long epoch) {
    long passed = Math.max(0, epoch - firstEpoch);
    double share = teacherEpochs == 1 ? 1 : Math.min(1, passed / (teacherEpochs - 1.0));
    return firstTeacherTemperature + share * (teacherTemperature - firstTeacherTemperature);
  }
}
