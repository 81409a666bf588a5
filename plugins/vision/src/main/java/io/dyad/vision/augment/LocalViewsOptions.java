package io.dyad.vision.augment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/** Options of {@code local}: further, smaller views. */
public record LocalViewsOptions(
    @Doc("how many") @Default("6") @Bound("[1, inf)") int count,
    @Doc("steps that differ from those of the other views") @Default("{}") StepOptions steps) {}
