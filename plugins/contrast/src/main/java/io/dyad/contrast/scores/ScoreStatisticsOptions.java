package io.dyad.contrast.scores;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Loss;
import io.dyad.api.Spec;

/**
 * Options of {@code score-statistics}.
 *
 * @param loss the loss that is watched
 * @param temperature of the exponentials
 * @param normalize whether rows are scaled to unit length
 */
public record ScoreStatisticsOptions(
    @Doc("the loss that is watched and whose value this is") Spec<Loss> loss,
    @Doc("divides scores in the figures of exponentials; best that of the loss")
        @Default("0.2")
        @Bound("(0, inf)")
        double temperature,
    @Doc("whether rows are scaled to unit length, so that scores are cosines") @Default("true")
        boolean normalize) {}
