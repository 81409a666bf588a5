package io.dyad.contrast.pairs;

import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.Optional;

/**
 * Options of {@code cross-view}.
 *
 * @param anchors which output of the main network the anchors are
 * @param keys which output the keys are
 * @param twin whether the momentum twin makes the keys
 * @param bothWays whether each view is an anchor against each other one
 * @param negatives whether the other samples of the other view are negatives
 * @param partnerInDenominator whether the positive pair counts in the denominator
 */
public record CrossViewOptions(
    @Doc("which output of the main network the anchors are") @Default("projection") String anchors,
    @Doc("which output the keys are; absent: the same as the anchors") Optional<String> keys,
    @Doc("whether the momentum twin makes the keys") @Default("false") boolean twin,
    @Doc("whether each view is an anchor against each other one, or only against later ones")
        @Default("true")
        boolean bothWays,
    @Doc("whether the other samples of the other view are negatives") @Default("true")
        boolean negatives,
    @Doc("whether the positive pair counts in the denominator") @Default("true")
        boolean partnerInDenominator) {}
