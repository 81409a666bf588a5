package io.dyad.runtime.experiment;

import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.runtime.memory.Bytes;

/** Options of the engine. */
public record EngineOptions(
    @Doc(
            "threads of one operation: a number, or auto for the cores that loaders leave, at most one less than all")
        @Default("auto")
        String threads,
    @Doc("memory a run may use: a size such as 6G, auto for all of the device, or unlimited")
        @Default("auto")
        String memory) {

  /**
   * Checks that {@code threads} is {@code auto} or a positive number, and {@code memory} a size.
   */
  public EngineOptions {
    if (!threads.matches("auto|[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException(
          "threads must be auto or a number from 1 to 9999, got \"" + threads + "\"");
    }
    if (!memory.matches("auto|unlimited") && Bytes.parse(memory).isEmpty()) {
      throw new IllegalArgumentException(
          "memory must be auto, unlimited or a size such as 6G, got \"" + memory + "\"");
    }
  }
}
