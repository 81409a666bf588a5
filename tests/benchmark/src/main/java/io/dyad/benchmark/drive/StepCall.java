package io.dyad.benchmark.drive;

import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;
import java.util.Set;

/** A call of a step with its live arguments. */
record StepCall(Kernel kernel, String function, Object[] arguments) {
  private static final Set<String> ENCODERS = Set.of("convolution", "mlp");
  private static final String CONTRAST = "info-nce";
  private static final String UPDATE = "optimizer";

  /** Returns whether it belongs to the step from encoding on. */
  boolean counts() {
    return isEncoder() || isUpdate() || kernel.name().equals(CONTRAST);
  }

  /** Returns whether it turns rows into rows. */
  boolean isEncoder() {
    return ENCODERS.contains(kernel.name());
  }

  /** Returns whether it takes the loss and moves parameters. */
  boolean isUpdate() {
    return kernel.name().equals(UPDATE);
  }

  /** Returns whether an argument follows from the call before. */
  boolean isFlow(int position) {
    return isEncoder() || isUpdate() ? position == 0 : arguments[position] instanceof NDList;
  }
}
