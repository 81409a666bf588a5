package io.dyad.vision.augment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/** Options of the step {@code grayscale}: all channels become the luminance. */
public record GrayscaleOptions(
    @Doc("probability that an image gets this step") @Default("0.2") @Bound("[0, 1]")
        double probability) {}
