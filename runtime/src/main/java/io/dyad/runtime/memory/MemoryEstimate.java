package io.dyad.runtime.memory;

import io.dyad.api.DeviceException;

/**
 * What training will need at its peak, in bytes; an evaluation beside it may need more.
 *
 * <p>What a step keeps for its backward pass is measured on a few samples and scaled to the batch;
 * similarities are those of a loss that compares all rows of a batch with all others, the most that
 * in-batch losses need.
 *
 * @param present what the process holds before training: libraries, data, parameters
 * @param updates gradients and moments
 * @param perSample what a step holds of one sample: its views and activations
 * @param batch samples in a batch
 * @param views of a sample
 */
public record MemoryEstimate(long present, long updates, long perSample, long batch, long views) {
  /** Room for what a backward pass makes while activations are still there. */
  private static final double BACKWARD = 1.25;

  /** Similarities, their exponentials and their gradients, in single precision. */
  private static final long SIMILARITY_BYTES = 3 * Float.BYTES;

  /** Returns what is needed in all. */
  public long total() {
    return present + updates + step(batch);
  }

  private long step(long samples) {
    return (long) (BACKWARD * perSample * samples) + similarities(samples);
  }

  private long similarities(long samples) {
    return samples * views * samples * views * SIMILARITY_BYTES;
  }

  /** Returns the largest batch that fits, or 0. */
  public long largestBatch(long available) {
    long low = 0;
    long high = batch;
    while (low < high) {
      long middle = (low + high + 1) / 2;
      if (present + updates + step(middle) <= available) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /**
   * Requires that the run fits.
   *
   * @throws DeviceException with the parts of the estimate and the largest batch that would fit
   */
  public void require(long available, String device) {
    if (total() <= available) {
      return;
    }
    long fits = largestBatch(available);
    throw new DeviceException(
        "training needs about %s, and %s has %s for it: %s.\n%s, or set engine.memory to what may be used (\"unlimited\" tries it all the same)."
            .formatted(
                Bytes.text(total()),
                device,
                Bytes.text(available),
                parts(),
                fits > 0
                    ? "Set train.batch-size to " + fits + " or less (it is " + batch + ")"
                    : "Not even a batch of one sample fits; make the encoder narrower"));
  }

  /** Returns one line with the parts. */
  public String parts() {
    return "%s held before training, %s of gradients and moments, %s of %d samples in %d views, %s of similarities"
        .formatted(
            Bytes.text(present),
            Bytes.text(updates),
            Bytes.text((long) (BACKWARD * perSample * batch)),
            batch,
            views,
            Bytes.text(similarities(batch)));
  }
}
