package io.dyad.contrast.uniclr;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code sim-trace}.
 *
 * @param ridge added to the diagonal of the covariance
 * @param statistics over which rows mean and covariance are taken
 * @param retention by what the weight of earlier rows is multiplied in running statistics
 */
public record SimTraceOptions(
    @Doc("added to the diagonal of the covariance") @Default("0.01") @Bound("(0, inf)")
        double ridge,
    @Doc("batch, or running: mean and covariance of all rows so far") @Default("batch")
        StatisticsKind statistics,
    @Doc("multiplies the weight of earlier rows in running statistics")
        @Default("1")
        @Bound("[0, 1]")
        double retention) {}
