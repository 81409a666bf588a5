package io.dyad.contrast.amcl;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of the networks that predict temperatures.
 *
 * @param hidden width of the hidden layer
 * @param lowest the limit that no temperature is below
 * @param highest the limit that no temperature is above
 */
public record TemperatureOptions(
    @Doc("width of the hidden layer") @Default("128") @Bound("[1, inf)") int hidden,
    @Doc("lower limit of temperatures; the published 1e-5 lets one pair outweigh all others")
        @Default("0.05")
        @Bound("(0, inf)")
        double lowest,
    @Doc("upper limit of temperatures; published: 2") @Default("1") @Bound("(0, inf)")
        double highest) {}
