package io.dyad.contrast.pairs;

import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code queue}.
 *
 * @param anchors which output of the main network the anchors are
 * @param keys which output the positive keys are
 * @param twin whether the momentum twin makes the positive keys
 * @param bank the bank whose rows are the negatives
 * @param bothWays whether each view is an anchor against each other one
 * @param partnerInDenominator whether the positive pair counts in the denominator
 */
public record QueueOptions(
    @Doc("which output of the main network the anchors are") @Default("projection") String anchors,
    @Doc("which output the positive keys are") @Default("projection") String keys,
    @Doc("whether the momentum twin makes the positive keys") @Default("true") boolean twin,
    @Doc("the bank whose rows are the negatives") @Default("queue") String bank,
    @Doc("whether each view is an anchor against each other one, or only against later ones")
        @Default("false")
        boolean bothWays,
    @Doc("whether the positive pair counts in the denominator") @Default("true")
        boolean partnerInDenominator) {}
