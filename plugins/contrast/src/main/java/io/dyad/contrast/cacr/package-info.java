/**
 * CACR: positives are compared among themselves and so are negatives; a query is drawn most to its
 * farthest positives and pushed most from its nearest negatives. Three losses: {@code cacr} over
 * the views of a batch, {@code cacr-momentum} against the keys of a twin, {@code cacr-queue}
 * against keys and a queue. Start reading at {@link io.dyad.contrast.cacr.CacrProvider}.
 */
@NullMarked
package io.dyad.contrast.cacr;

import org.jspecify.annotations.NullMarked;
