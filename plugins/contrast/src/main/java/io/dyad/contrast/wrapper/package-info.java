/**
 * Losses made of other losses: of two views for many ({@code pairwise}, {@code average-view}), of
 * several over the same pairs ({@code weighted-sum}), of mapped rows ({@code random-mapping}).
 * Start reading at {@link io.dyad.contrast.wrapper.PairwiseProvider}.
 */
@NullMarked
package io.dyad.contrast.wrapper;

import org.jspecify.annotations.NullMarked;
