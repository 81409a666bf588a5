package io.dyad.runtime.experiment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/** How the learning rate changes over training. */
public record ScheduleOptions(
    @Doc("constant, or cosine: falling along half a cosine after the warm-up") @Default("cosine")
        Shape shape,
    @Doc("epochs in which it rises from 0") @Default("0") @Bound("[0, inf)") double warmupEpochs,
    @Doc("share of the learning rate that is left at the end of a cosine")
        @Default("0")
        @Bound("[0, 1]")
        double finalFactor) {}
