/**
 * Consistent contrast, {@code co2}: a term that asks a query and its key to like the same
 * negatives, added to any contrastive objective; start at {@link io.dyad.contrast.co2.Co2Provider}.
 */
@NullMarked
package io.dyad.contrast.co2;

import org.jspecify.annotations.NullMarked;
