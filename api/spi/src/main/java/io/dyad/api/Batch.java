package io.dyad.api;

/**
 * Samples with their ids and targets, as a data source yields them.
 *
 * @since 0.1
 */
@Stable
public final class Batch {
  private final long[] ids;
  private final View samples;
  private final Targets targets;

  private Batch(long[] ids, View samples, Targets targets) {
    this.ids = ids;
    this.samples = samples;
    this.targets = targets;
  }

  /**
   * Returns a batch.
   *
   * @param ids which sample each row is, unique within its split
   */
  public static Batch of(long[] ids, View samples, Targets targets) {
    return new Batch(ids.clone(), samples, targets);
  }

  /** Returns which sample each row is. */
  public long[] ids() {
    return ids.clone();
  }

  /** Returns how many samples there are. */
  public int size() {
    return ids.length;
  }

  /** Returns the samples, not augmented. */
  public View samples() {
    return samples;
  }

  /** Returns what is known about the samples. */
  public Targets targets() {
    return targets;
  }
}
