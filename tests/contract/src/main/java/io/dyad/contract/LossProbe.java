package io.dyad.contract;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.Pairs;
import io.dyad.api.StepContext;
import io.dyad.contract.check.GradientCheck;
import io.dyad.contract.check.Numbers;
import io.dyad.contract.harness.SampleRows;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.harness.Trial;
import io.dyad.runtime.kernel.GradientMode;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/**
 * Evaluates the loss of a contract in one trial, each time a new one in its first step, so that no
 * state carries over.
 */
record LossProbe(LossDeclarations contract, Trial trial, BiFunction<Pairs, Encoded, Pairs> form) {
  private static final int TRIES = 4;

  /** Evaluates the pairs of the contract. */
  LossProbe(LossDeclarations contract, Trial trial) {
    this(contract, trial, (pairs, encoded) -> pairs);
  }

  /** Evaluates the pairs of the contract in another form. */
  LossProbe with(BiFunction<Pairs, Encoded, Pairs> other) {
    return new LossProbe(contract, trial, other);
  }

  LossStep step() {
    return step(rows -> rows);
  }

  /** Evaluates changed rows. */
  LossStep step(UnaryOperator<SampleRows> change) {
    return step(change, 0);
  }

  private LossStep step(UnaryOperator<SampleRows> change, long number) {
    try (Subject<Loss> subject = contract.start(contract.subject(trial), trial)) {
      return evaluate(subject, change.apply(contract.rows(trial, subject.needs(), number)), number);
    }
  }

  /** Returns whether an optimiser would move anything for some rows; a loss may be satisfied. */
  boolean teaches() {
    return LongStream.range(0, TRIES).anyMatch(number -> step(rows -> rows, number).teaches());
  }

  private LossStep evaluate(Subject<Loss> subject, SampleRows rows, long number) {
    StepContext context = trial.context(number);
    Encoded encoded = rows.encoded();
    Pairs pairs = form.apply(contract.pairs(encoded, context), encoded);
    return LossStep.of(contract, subject, rows, context, pairs);
  }

  /** Returns the gradients of the rows' loss by the name of the input. */
  Map<String, NDArray> gradients() {
    return step().gradients();
  }

  /** Fails where gradients and central differences do not agree as declared. */
  void assertGradients() {
    assertWholeGradients();
    compared()
        .forEach(
            (name, gradient) -> {
              if (!contract.gradientIsWhole(name)) {
                GradientCheck.assertDiffers(name, Numbers.of(gradient), movedBy(name));
              }
            });
  }

  /** Fails where gradients that are declared to be whole and central differences do not agree. */
  void assertWholeGradients() {
    compared()
        .forEach(
            (name, gradient) -> {
              if (contract.gradientIsWhole(name)) {
                GradientCheck.assertAgrees(name, Numbers.of(gradient), movedBy(name));
              }
            });
  }

  private Map<String, NDArray> compared() {
    Map<String, NDArray> gradients = gradients();
    contract.stopped().forEach(rows -> gradients.remove(rows.toString()));
    return gradients;
  }

  /** Returns whether the total depends on an input. */
  boolean dependsOn(String input) {
    long size = requireNonNull(step().inputs().get(input), "no input is " + input).size();
    return GradientCheck.depends(size, movedBy(input));
  }

  /** Returns the total as a function of one input. */
  private GradientCheck.Moved movedBy(String input) {
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
      return evaluate(subject, rows, 0).total();
    }
  }
}
