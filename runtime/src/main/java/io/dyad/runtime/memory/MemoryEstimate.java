package io.dyad.runtime.memory;

import io.dyad.api.DeviceException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * What training will need at its peak, in bytes; an evaluation beside it may need more.
 *
 * <p>What a step keeps for its backward pass is measured on a few samples and scaled to the batch;
 * similarities are those of a loss that compares all rows of a batch with all others, the most that
 * in-batch losses need.
 *
 * @param present what the process holds before training: libraries, data, parameters
 * @param updates gradients and moments
 * @param viewsPerSample what a step holds of the views of one sample
 * @param activationsPerSample what networks keep of one sample for the backward pass
 * @param batch samples in a batch
 * @param microBatch samples whose activations are there at once; 0: those of the whole batch
 * @param views of a sample
 * @param whole whether the batch is all data and cannot be cut, as the nodes of a graph; losses
 *     then compare some rows at a time with all
 */
public record MemoryEstimate(
    long present,
    long updates,
    long viewsPerSample,
    long activationsPerSample,
    long batch,
    long microBatch,
    long views,
    boolean whole) {
  /** Room for what a backward pass makes while activations are still there. */
  private static final double BACKWARD = 1.25;

  /** Similarities, their exponentials and their gradients, in single precision. */
  private static final long SIMILARITY_BYTES = 3 * Float.BYTES;

  /** Rows that are compared with all at a time where the batch is all data. */
  private static final long STRIP = 1024;

  /** Returns what is needed in all. */
  public long total() {
    return total(batch, microBatch);
  }

  private long total(long samples, long atOnce) {
    return present + updates + held(samples, atOnce) + similarities(samples);
  }

  private long held(long samples, long atOnce) {
    long active = atOnce == 0 ? samples : Math.min(samples, atOnce);
    return (long) (BACKWARD * (viewsPerSample * samples + activationsPerSample * active));
  }

  private long similarities(long samples) {
    long rows = samples * views;
    return rows * (whole ? Math.min(rows, STRIP) : rows) * SIMILARITY_BYTES;
  }

  /** Returns the largest batch that fits, or 0. */
  public long largestBatch(long available) {
    return largest(samples -> total(samples, microBatch) <= available);
  }

  /** Returns the largest micro-batch with which the whole batch fits, or 0 if there is none. */
  public long largestMicroBatch(long available) {
    return largest(rows -> total(batch, rows) <= available);
  }

  /** Returns the largest number up to the batch that fits, where all smaller ones do. */
  private long largest(LongPredicate fits) {
    long low = 0;
    long high = batch;
    while (low < high) {
      long middle = (low + high + 1) / 2;
      if (fits.test(middle)) {
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
    throw new DeviceException(
        "training needs about %s, and %s has %s for it: %s.\n%s, or set engine.memory to what may be used (\"unlimited\" tries it all the same)."
            .formatted(
                Bytes.text(total()), device, Bytes.text(available), parts(), advice(available)));
  }

  private String advice(long available) {
    if (whole) {
      return "The data is one batch; make the encoder narrower, or take less data";
    }
    List<String> settings = new ArrayList<>();
    long rows = largestMicroBatch(available);
    if (rows > 0) {
      settings.add("train.micro-batch to " + rows + " or less, which encodes each batch twice");
    }
    long samples = largestBatch(available);
    if (samples > 0) {
      settings.add("train.batch-size to " + samples + " or less (it is " + batch + ")");
    }
    return settings.isEmpty()
        ? "Not even a batch of one sample fits; make the encoder narrower"
        : "Set " + String.join(", or ", settings);
  }

  /** Returns one line with the parts. */
  public String parts() {
    return "%s held before training, %s of gradients and moments, %s of %d samples in %d views%s, %s of similarities"
        .formatted(
            Bytes.text(present),
            Bytes.text(updates),
            Bytes.text(held(batch, microBatch)),
            batch,
            views,
            microBatch > 0 ? " encoded " + microBatch + " at a time" : "",
            Bytes.text(similarities(batch)));
  }
}
