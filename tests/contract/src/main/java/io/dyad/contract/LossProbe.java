package io.dyad.contract;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Loss;
import io.dyad.api.Pairs;
import io.dyad.contract.check.GradientCheck;
import io.dyad.contract.harness.SampleRows;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.harness.Trial;
import io.dyad.runtime.kernel.GradientMode;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/**
 * Evaluates the loss of a contract in one trial, each time a new one in its first step, so that no
 * state carries over.
 */
record LossProbe(LossContract contract, Trial trial) {
  private static final int TRIES = 4;

  LossStep step() {
    return step(rows -> rows);
  }

  /** Evaluates changed rows. */
  LossStep step(UnaryOperator<SampleRows> change) {
    return step(change, 0);
  }

  private LossStep step(UnaryOperator<SampleRows> change, long number) {
    try (Subject<Loss> subject = contract.start(contract.subject(trial), trial)) {
      SampleRows rows = change.apply(contract.rows(trial, subject.needs(), number));
      return LossStep.of(contract, subject, rows, trial.context(number));
    }
  }

  /** Returns whether an optimiser would move anything for some rows; a loss may be satisfied. */
  boolean teaches() {
    return LongStream.range(0, TRIES).anyMatch(number -> step(rows -> rows, number).teaches());
  }

  /** Evaluates other pairs than those of the contract. */
  LossStep with(Pairs pairs) {
    try (Subject<Loss> subject = contract.start(contract.subject(trial), trial)) {
      SampleRows rows = contract.rows(trial, subject.needs(), 0);
      return LossStep.of(contract, subject, rows, trial.context(0), pairs);
    }
  }

  /** Returns the gradients of the rows' loss by the name of the input. */
  Map<String, NDArray> gradients() {
    return step().gradients();
  }

  /** Returns whether the total depends on an input. */
  boolean dependsOn(String input) {
    long size = requireNonNull(step().inputs().get(input), "no input is " + input).size();
    return GradientCheck.depends(size, movedBy(input));
  }

  /** Returns the total as a function of one input. */
  GradientCheck.Moved movedBy(String input) {
    return (index, by) -> moved(input, index, by);
  }

  private double moved(String input, int index, double by) {
    try (Subject<Loss> subject = contract.start(contract.subject(trial), trial);
        GradientMode ignored = GradientMode.disabled()) {
      SampleRows rows = contract.rows(trial, subject.needs(), 0);
      NDArray array =
          Optional.ofNullable(LossStep.inputs(contract, subject, rows).get(input)).orElseThrow();
      double[] nudge = new double[Math.toIntExact(array.size())];
      nudge[index] = by;
      array.addi(trial.harness().constant(array.getShape(), nudge));
      return LossStep.of(contract, subject, rows, trial.context(0)).total();
    }
  }
}
