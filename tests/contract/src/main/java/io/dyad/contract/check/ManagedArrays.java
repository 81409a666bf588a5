package io.dyad.contract.check;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.function.BiConsumer;

/** Counts what steps leave behind. */
public final class ManagedArrays {
  private static final int WARM_UP = 2;
  private static final int STEPS = 3;

  private ManagedArrays() {}

  /**
   * Fails if a manager holds more arrays after each of several steps. The first steps may make what
   * stays.
   *
   * @param run owns what stays
   * @param step runs with its number and a manager of its own, inside a scope, as in training
   */
  public static void assertFlat(NDManager run, BiConsumer<Long, NDManager> step) {
    long number = 0;
    for (; number < WARM_UP; number++) {
      run(run, number, step);
    }
    int before = count(run);
    for (; number < WARM_UP + STEPS; number++) {
      run(run, number, step);
    }
    assertThat(count(run) - before).as("arrays left behind by %d steps", STEPS).isZero();
  }

  private static int count(NDManager manager) {
    return ((BaseNDManager) manager).getManagedArrays().size();
  }

  private static void run(NDManager run, long number, BiConsumer<Long, NDManager> step) {
    try (NDScope scope = new NDScope();
        NDManager own = run.newSubManager()) {
      scope.suppressNotUsedWarning();
      step.accept(number, own);
    }
  }
}
