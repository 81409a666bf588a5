package io.dyad.contract.harness;

import java.util.ArrayList;
import java.util.List;

/**
 * How large a sample input is.
 *
 * @param batch how many samples
 * @param width how many numbers a row has; what else it means is the contract's business
 */
public record Size(int batch, int width) {
  /** One sample of one number. */
  public static final Size ONE = new Size(1, 1);

  /** Checks that there is something. */
  public Size {
    if (batch < 1 || width < 1) {
      throw new IllegalArgumentException("a size has at least 1 sample of 1 number");
    }
  }

  /** Returns this size with another number of samples. */
  public Size batch(int samples) {
    return new Size(samples, width);
  }

  /** Returns sizes one step smaller, the largest steps first, none below {@code least}. */
  List<Size> smaller(Size least) {
    List<Size> sizes = new ArrayList<>();
    for (int fewer : new int[] {batch / 2, batch - 1}) {
      if (fewer >= least.batch && fewer < batch) {
        sizes.add(new Size(fewer, width));
      }
    }
    for (int narrower : new int[] {width / 2, width - 1}) {
      if (narrower >= least.width && narrower < width) {
        sizes.add(new Size(batch, narrower));
      }
    }
    return sizes;
  }

  @Override
  public String toString() {
    return "batch " + batch + ", width " + width;
  }
}
