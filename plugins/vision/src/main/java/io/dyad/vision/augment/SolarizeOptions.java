package io.dyad.vision.augment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/** Options of the step {@code solarize}: bright values are inverted. */
public record SolarizeOptions(
    @Doc("probability that an image gets this step") @Default("0.2") @Bound("[0, 1]")
        double probability,
    @Doc("values from here on are inverted") @Default("0.5") double threshold) {}
