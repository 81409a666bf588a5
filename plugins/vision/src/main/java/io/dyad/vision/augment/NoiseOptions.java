package io.dyad.vision.augment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/** Options of the step {@code noise}: Gaussian noise on every value. */
public record NoiseOptions(
    @Doc("standard deviation") @Default("0.1") @Bound("[0, inf)") double std) {}
