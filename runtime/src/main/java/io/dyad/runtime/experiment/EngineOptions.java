package io.dyad.runtime.experiment;

import io.dyad.api.Default;
import io.dyad.api.Doc;

/** Options of the engine. */
public record EngineOptions(
    @Doc("threads of one operation: a number, or auto for one less than there are cores")
        @Default("auto")
        String threads) {

  /** Checks that {@code threads} is {@code auto} or a positive number. */
  public EngineOptions {
    if (!threads.matches("auto|[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException(
          "threads must be auto or a number from 1 to 9999, got \"" + threads + "\"");
    }
  }
}
