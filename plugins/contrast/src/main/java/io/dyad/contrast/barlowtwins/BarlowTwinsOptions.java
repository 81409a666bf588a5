package io.dyad.contrast.barlowtwins;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code barlow-twins}.
 *
 * @param lambda weight of the elements off the diagonal
 * @param batchNormEpsilon added to variances
 */
public record BarlowTwinsOptions(
    @Doc("weight of the elements off the diagonal, of which there are many")
        @Default("0.0051")
        @Bound("[0, inf)")
        double lambda,
    @Doc("added to the variance of a feature before its root divides")
        @Default("1e-5")
        @Bound("(0, inf)")
        double batchNormEpsilon) {}
