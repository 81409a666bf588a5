package io.dyad.contrast.uniclr;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.contrast.symmetry.Divisor;

/**
 * Options of {@code sim-whitening}.
 *
 * @param temperature divides the affinities
 * @param logitDivisor divides them, too
 * @param ridge added to the diagonal of the covariance
 * @param symmetricWeight weight of the symmetric term
 * @param symmetricDivisor what the symmetric term is divided by
 * @param statistics over which rows mean and covariance are taken
 * @param retention by what the weight of earlier rows is multiplied in running statistics
 */
public record SimWhiteningOptions(
    @Doc("softness of the contrast; divides the affinities") @Default("0.2") @Bound("(0, inf)")
        double temperature,
    @Doc("none, samples (as released: too flat for small batches) or width: divides them, too")
        @Default("width")
        LogitDivisor logitDivisor,
    @Doc("added to the diagonal of the covariance") @Default("0.01") @Bound("(0, inf)")
        double ridge,
    @Doc("weight of the symmetric term, released as 0.01") @Default("0") @Bound("[0, inf)")
        double symmetricWeight,
    @Doc("none: the symmetric term grows with the batch, as published; samples: it does not")
        @Default("none")
        Divisor symmetricDivisor,
    @Doc("batch, or running: mean and covariance of all rows so far") @Default("batch")
        StatisticsKind statistics,
    @Doc("multiplies the weight of earlier rows in running statistics, released as 0.1")
        @Default("1")
        @Bound("[0, 1]")
        double retention) {}
