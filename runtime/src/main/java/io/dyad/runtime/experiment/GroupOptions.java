package io.dyad.runtime.experiment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.Optional;

/** What differs for a group of parameters. */
public record GroupOptions(
    @Doc("factor on the learning rate") @Default("1") @Bound("[0, inf)") double learningRateFactor,
    @Doc("decay of these weights; absent: the optimizer's") @Bound("[0, inf)")
        Optional<Double> weightDecay,
    @Doc("whether they stay as they are") @Default("false") boolean frozen,
    @Doc("steps until which they stay as they are") @Default("0") @Bound("[0, inf)")
        long frozenSteps,
    @Doc("epochs until which they stay as they are") @Default("0") @Bound("[0, inf)")
        double frozenEpochs,
    @Doc("common: as train.schedule says; constant: the learning rate stays at its highest")
        @Default("common")
        GroupSchedule schedule,
    @Doc("whether only one-dimensional parameters are meant: biases and those of norms")
        @Default("false")
        boolean onlyVectors) {}
