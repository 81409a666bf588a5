package io.dyad.benchmark.given;

import io.dyad.api.Bound;
import io.dyad.api.Doc;

/** Options of {@code fixed-views}. */
public record FixedViewsOptions(
    @Doc("rows of a view, whatever the batch is") @Bound("[1, inf)") int rows,
    @Doc("numbers a row") @Bound("[1, inf)") int width) {}
