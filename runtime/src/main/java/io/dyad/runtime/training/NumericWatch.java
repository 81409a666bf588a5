package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.LossValue;
import io.dyad.api.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads losses and norms of gradients from the device and stops the run where one is not a number.
 * To read is to wait for the device, so steps may be read later together; parameters do not move in
 * between, because every optimiser is given {@link #halted}.
 */
final class NumericWatch implements AutoCloseable {
  private final NDManager manager;
  private final long every;
  private final NDArray halted;
  private final List<NumericCheck> unread = new ArrayList<>();
  private NDManager memory;

  /**
   * Creates the watch.
   *
   * @param every how many steps apart steps are read at least; 1: each is
   */
  NumericWatch(NDManager parent, long every) {
    this.every = every;
    manager = parent.newSubManager();
    memory = manager.newSubManager();
    halted = manager.zeros(new Shape(), DataType.FLOAT32);
  }

  /** Returns the scalar that becomes 1 when a loss or a norm is not finite. */
  NDArray halted() {
    return halted;
  }

  /** What a step's numbers are. */
  record Numbers(double loss, double norm) {}

  /**
   * Takes note of an update.
   *
   * @param norm as the optimiser returned it
   * @param wanted whether its numbers are needed now
   * @return the numbers, if they were read
   * @throws io.dyad.api.NumericException if they, or those of an update not read yet, are not
   *     finite
   */
  Optional<Numbers> note(
      LossValue value, NDArray norm, Progress progress, Batch batch, boolean wanted) {
    NumericCheck check = new NumericCheck(value, norm, progress, batch.ids());
    if (wanted || (progress.step() + 1) % every == 0) {
      read();
      return Optional.of(new Numbers(check.loss(), check.norm()));
    }
    unread.add(check.keptBy(memory));
    return Optional.empty();
  }

  /**
   * Reads what has not been read.
   *
   * @throws io.dyad.api.NumericException if it is not finite, about the first update that was not
   */
  void read() {
    if (unread.isEmpty()) {
      return;
    }
    if (NumericCheck.scalar(halted) != 0) {
      unread.forEach(NumericCheck::require);
    }
    unread.clear();
    memory.close();
    memory = manager.newSubManager();
  }

  @Override
  public void close() {
    manager.close();
  }
}
