package io.dyad.contrast.amcl;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code amcl-barlow-twins}.
 *
 * @param output the output of the main network that has the heads
 * @param lambda weight of correlations between features
 * @param beta weight of the regulariser of temperatures
 * @param temperature the networks that predict temperatures
 */
public record AmclBarlowTwinsOptions(
    @Doc("the output of the main network that has the heads") @Default("projection") String output,
    @Doc("weight of correlations between different features") @Default("0.005") @Bound("[0, inf)")
        double lambda,
    @Doc("weight of the regulariser of temperatures") @Default("0.001") @Bound("[0, inf)")
        double beta,
    @Doc("the networks that predict temperatures") @Default("{}") TemperatureOptions temperature) {}
