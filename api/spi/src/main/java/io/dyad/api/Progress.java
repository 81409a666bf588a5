package io.dyad.api;

/**
 * How far training has come. Epochs and steps count from 0 within the run; steps never start again
 * at 0 in a later epoch or stage.
 *
 * @since 0.1
 */
@Stable
public final class Progress {
  private final long epoch;
  private final long epochs;
  private final long step;
  private final long steps;

  private Progress(long epoch, long epochs, long step, long steps) {
    this.epoch = epoch;
    this.epochs = epochs;
    this.step = step;
    this.steps = steps;
  }

  /** Returns the progress at a step, of the given totals. */
  public static Progress of(long epoch, long epochs, long step, long steps) {
    return new Progress(epoch, epochs, step, steps);
  }

  /** Returns the current epoch. */
  public long epoch() {
    return epoch;
  }

  /** Returns how many epochs are planned. */
  public long epochs() {
    return epochs;
  }

  /** Returns the current step. */
  public long step() {
    return step;
  }

  /** Returns how many steps are planned. */
  public long steps() {
    return steps;
  }

  /** Returns the share of steps done, in [0, 1]. */
  public double fraction() {
    return steps == 0 ? 0 : Math.min(1, (double) step / steps);
  }
}
