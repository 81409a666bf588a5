package io.dyad.runtime.bench.profile;

import java.util.List;

/**
 * Where the time of profiled steps went. The profiler makes each operator about a microsecond
 * slower, so steps of many small operators look more like dispatch than they are.
 *
 * @param steps that were profiled
 * @param stepSeconds how long one took, with the profiler on
 * @param shares by kind; they sum to 1
 * @param operators those that took longest, each without what it calls
 */
public record OperatorProfile(
    int steps, double stepSeconds, Shares shares, List<OperatorTime> operators) {
  private static final int SHOWN = 20;

  /** Copies the operators. */
  public OperatorProfile {
    operators = List.copyOf(operators);
  }

  /**
   * Shares of a step.
   *
   * @param convolution convolutions and their gradients
   * @param matrixProduct products of matrices
   * @param memoryBound operators element by element, reductions, normalisation, random numbers
   * @param optimizer the update of all parameters, moments and averages
   * @param copies operators that only move data
   * @param dispatch the script interpreter, the engine of gradients, operators that touch no data
   * @param waiting for the next batch
   * @param java all that is no operator: Java, and the way into libtorch
   */
  public record Shares(
      double convolution,
      double matrixProduct,
      double memoryBound,
      double optimizer,
      double copies,
      double dispatch,
      double waiting,
      double java) {}

  static OperatorProfile of(SelfTimes times, int steps, long nanoseconds, long waited) {
    List<OperatorTime> operators = times.perStep(steps);
    double step = nanoseconds / 1e9 / steps;
    double waiting = waited / (double) nanoseconds;
    double inside = operators.stream().mapToDouble(OperatorTime::seconds).sum() / step;
    return new OperatorProfile(
        steps,
        step,
        new Shares(
            share(operators, OperatorKind.CONVOLUTION, step),
            share(operators, OperatorKind.MATRIX_PRODUCT, step),
            share(operators, OperatorKind.MEMORY_BOUND, step),
            share(operators, OperatorKind.OPTIMIZER, step),
            share(operators, OperatorKind.COPIES, step),
            share(operators, OperatorKind.DISPATCH, step),
            waiting,
            1 - inside - waiting),
        operators.stream().limit(SHOWN).toList());
  }

  private static double share(List<OperatorTime> operators, OperatorKind kind, double step) {
    return operators.stream()
            .filter(operator -> operator.kind() == kind)
            .mapToDouble(OperatorTime::seconds)
            .sum()
        / step;
  }
}
