package io.dyad.benchmark.given;

import io.dyad.api.Bound;
import io.dyad.api.Doc;

/** Options of {@code blank}. */
public record BlankOptions(
    @Doc("how many samples the training split has") @Bound("[1, inf)") int samples,
    @Doc("numbers a sample") @Bound("[1, inf)") int width) {}
