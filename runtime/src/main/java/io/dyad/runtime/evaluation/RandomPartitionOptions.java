package io.dyad.runtime.evaluation;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/** How {@code partition-probe} draws partitions of its own: plainly, not class by class. */
public record RandomPartitionOptions(
    @Doc("share of the labelled samples that is fitted") @Default("0.1") @Bound("(0, 1)")
        double train,
    @Doc("share by which the penalty is chosen") @Default("0.1") @Bound("[0, 1)") double validation,
    @Doc("how many partitions; figures are means over them") @Default("20") @Bound("[1, inf)")
        int count) {
  /** Checks that something is left to test. */
  public RandomPartitionOptions {
    if (train + validation >= 1) {
      throw new IllegalArgumentException(
          "train and validation must leave samples to test: together less than 1, got "
              + (train + validation));
    }
  }
}
