/**
 * W-MSE (Ermolov et al. 2021): embeddings are whitened within sub-batches, and whitened partners
 * are drawn together; whitening stands in for negatives. Start reading at {@link
 * io.dyad.contrast.wmse.WmseProvider}.
 */
@NullMarked
package io.dyad.contrast.wmse;

import org.jspecify.annotations.NullMarked;
