package io.dyad.contrast.amcl;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code amcl-simsiam}.
 *
 * @param output the output of the main network that follows
 * @param beta weight of the regulariser of temperatures
 * @param temperature the networks that predict temperatures
 */
public record AmclSimSiamOptions(
    @Doc("the output of the main network that follows, and has the heads") @Default("prediction")
        String output,
    @Doc("weight of the regulariser of temperatures") @Default("0.1") @Bound("[0, inf)")
        double beta,
    @Doc("the networks that predict temperatures") @Default("{}") TemperatureOptions temperature) {}
