package io.dyad.api;

/**
 * Whether a part runs for training or for evaluation; batch norm and dropout depend on it.
 *
 * @since 0.1
 */
@Stable
public final class Mode {
  /** Batch statistics, dropout, running statistics updated. */
  public static final Mode TRAIN = new Mode("train");

  /** Running statistics, no dropout, nothing updated. */
  public static final Mode EVALUATE = new Mode("evaluate");

  private final String name;

  private Mode(String name) {
    this.name = name;
  }

  /** Returns whether this is {@link #TRAIN}. */
  public boolean isTraining() {
    return this == TRAIN;
  }

  @Override
  public String toString() {
    return name;
  }
}
