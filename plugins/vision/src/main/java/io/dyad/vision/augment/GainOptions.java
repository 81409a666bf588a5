package io.dyad.vision.augment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.List;

/** Options of the step {@code gain}: all values times one factor, without limits. */
public record GainOptions(
    @Doc("range of the factor") @Default("[0.6, 1.4]") @Bound("[0, inf)") List<Double> range) {}
