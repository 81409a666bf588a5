package io.dyad.contrast.vicreg;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code vicreg}.
 *
 * @param invarianceWeight weight of the mean squared difference of the views
 * @param varianceWeight weight of the hinge that keeps features varied
 * @param covarianceWeight weight of the covariance of different features
 * @param targetDeviation deviation below which the hinge opens
 * @param varianceEpsilon added to variances
 */
public record VicRegOptions(
    @Doc("weight of the mean squared difference of the views") @Default("25") @Bound("[0, inf)")
        double invarianceWeight,
    @Doc("weight of the hinge that keeps each feature varied") @Default("25") @Bound("[0, inf)")
        double varianceWeight,
    @Doc("weight of the covariance of different features") @Default("1") @Bound("[0, inf)")
        double covarianceWeight,
    @Doc("deviation of a feature below which the hinge opens") @Default("1") @Bound("[0, inf)")
        double targetDeviation,
    @Doc("added to the variance of a feature before its root is taken")
        @Default("1e-4")
        @Bound("(0, inf)")
        double varianceEpsilon) {}
