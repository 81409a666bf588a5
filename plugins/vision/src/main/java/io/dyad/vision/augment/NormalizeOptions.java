package io.dyad.vision.augment;

import io.dyad.api.Bound;
import io.dyad.api.Doc;
import java.util.List;

/** Options of the step {@code normalize}: subtract the mean, divide by the deviation. */
public record NormalizeOptions(
    @Doc("mean of each channel, or one for all") List<Double> mean,
    @Doc("standard deviation of each channel, or one for all") @Bound("(0, inf)")
        List<Double> std) {}
