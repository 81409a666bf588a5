package io.dyad.benchmark.given;

import io.dyad.api.Bound;
import io.dyad.api.Doc;
import java.util.List;

/** Options of {@code fixed-views}. */
public record FixedViewsOptions(
    @Doc("rows of a view, whatever the batch is") @Bound("[1, inf)") int rows,
    @Doc("the shape of a row, such as [784]") @Bound("[1, inf)") List<Integer> shape) {}
