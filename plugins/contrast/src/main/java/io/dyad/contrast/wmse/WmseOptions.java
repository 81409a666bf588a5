package io.dyad.contrast.wmse;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code w-mse}.
 *
 * @param subBatch how many rows are whitened together
 * @param iterations how often the batch is dealt into sub-batches
 * @param epsilon share of the identity in the covariance
 * @param normalize whether whitened rows are scaled to unit length
 */
public record WmseOptions(
    @Doc("how many rows are whitened together; divides the batch and exceeds the width of rows")
        @Default("128")
        @Bound("[2, inf)")
        int subBatch,
    @Doc("how often the batch is dealt into other sub-batches") @Default("1") @Bound("[1, inf)")
        int iterations,
    @Doc("share of the identity in the covariance; above 0 sub-batches may be small")
        @Default("0")
        @Bound("[0, 1]")
        double epsilon,
    @Doc("whether whitened rows are scaled to unit length") @Default("true") boolean normalize) {}
