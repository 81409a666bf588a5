package io.dyad.contrast.co2;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code co2}.
 *
 * @param temperature divides the similarities; its own, not that of the host
 * @param positiveIncluded whether the positive pair is in both distributions
 */
public record Co2Options(
    @Doc("divides the similarities; its own, not that of the host")
        @Default("0.05")
        @Bound("(0, inf)")
        double temperature,
    @Doc("whether the positive pair is in both distributions, or negatives only") @Default("true")
        boolean positiveIncluded) {}
