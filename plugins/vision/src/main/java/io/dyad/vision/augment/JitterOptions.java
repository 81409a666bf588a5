package io.dyad.vision.augment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/** Options of the step {@code jitter}: changes of colour, in the order of the components. */
public record JitterOptions(
    @Doc("probability that an image gets this step") @Default("0.8") @Bound("[0, 1]")
        double probability,
    @Doc("brightness is multiplied by up to 1 +- this") @Default("0.4") @Bound("[0, 1]")
        double brightness,
    @Doc("contrast is multiplied by up to 1 +- this") @Default("0.4") @Bound("[0, 1]")
        double contrast,
    @Doc("saturation is multiplied by up to 1 +- this; no effect on one channel")
        @Default("0.4")
        @Bound("[0, 1]")
        double saturation,
    @Doc("hue turns by up to this share of the circle; no effect on one channel")
        @Default("0.1")
        @Bound("[0, 0.5]")
        double hue) {}
