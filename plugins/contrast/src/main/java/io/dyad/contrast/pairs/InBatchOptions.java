package io.dyad.contrast.pairs;

import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code in-batch}.
 *
 * @param output which output of the main network is compared
 * @param sameView whether other samples of the anchor's own view are negatives
 * @param crossView whether other samples of the other view are negatives
 * @param partnerInDenominator whether the positive pair counts in the denominator
 * @param joint whether all views make one contrast, instead of one for each pair of views
 */
public record InBatchOptions(
    @Doc("which output of the main network is compared") @Default("projection") String output,
    @Doc("whether other samples of the anchor's own view are negatives") @Default("true")
        boolean sameView,
    @Doc("whether other samples of the other view are negatives") @Default("true")
        boolean crossView,
    @Doc("whether the positive pair counts in the denominator") @Default("true")
        boolean partnerInDenominator,
    @Doc("whether all views make one contrast, instead of one for each pair of views")
        @Default("false")
        boolean joint) {}
