/**
 * Pair samplers: {@code in-batch} (SimCLR), {@code cross-view} (MoCo v3, BYOL), {@code queue}
 * (MoCo), {@code labels} (SupCon) and {@code neighbours} (NNCLR). Start at {@link
 * io.dyad.contrast.pairs.InBatchProvider}.
 */
@NullMarked
package io.dyad.contrast.pairs;

import org.jspecify.annotations.NullMarked;
