/**
 * Which samples make up a batch, for any source of samples with labels; start at {@link
 * io.dyad.contrast.batches.ClassBatchesProvider}.
 */
@NullMarked
package io.dyad.contrast.batches;

import org.jspecify.annotations.NullMarked;
