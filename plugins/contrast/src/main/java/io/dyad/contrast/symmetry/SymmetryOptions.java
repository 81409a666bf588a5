package io.dyad.contrast.symmetry;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code symmetry}.
 *
 * @param temperature divides the affinities
 * @param normalize whether rows are scaled to unit length
 * @param divisor what the norm is divided by
 * @param gamma what the norm is multiplied by
 */
public record SymmetryOptions(
    @Doc("divides the affinities; the same as that of the loss beside it")
        @Default("0.2")
        @Bound("(0, inf)")
        double temperature,
    @Doc("whether rows are scaled to unit length, so that affinities are cosines") @Default("true")
        boolean normalize,
    @Doc("none: the norm grows with the batch, as published; samples: it does not") @Default("none")
        Divisor divisor,
    @Doc("weight of the norm, released as 0.01, which is too much for small batches")
        @Default("1")
        @Bound("[0, inf)")
        double gamma) {}
