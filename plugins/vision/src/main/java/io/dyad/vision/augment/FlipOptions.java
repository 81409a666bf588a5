package io.dyad.vision.augment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/** Options of the step {@code flip}: left and right change places. */
public record FlipOptions(
    @Doc("probability that an image gets this step") @Default("0.5") @Bound("[0, 1]")
        double probability) {}
