/** Pair samplers; start at {@link io.dyad.contrast.pairs.InBatchProvider}. */
@NullMarked
package io.dyad.contrast.pairs;

import org.jspecify.annotations.NullMarked;
