package io.dyad.contrast.pairs;

import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code neighbours}.
 *
 * @param bank the bank in which neighbours are looked up
 * @param lookup which output of the main network looks for its nearest row
 * @param keys which output of the other view is compared with the neighbours
 * @param bothWays whether each view looks up neighbours for each other one
 * @param partnerInDenominator whether the positive pair counts in the denominator
 */
public record NeighboursOptions(
    @Doc("the bank in which neighbours are looked up") @Default("support") String bank,
    @Doc("which output of the main network looks for its nearest row, by cosine")
        @Default("projection")
        String lookup,
    @Doc("which output of the other view is compared with the neighbours") @Default("prediction")
        String keys,
    @Doc("whether each view looks up neighbours for each other one, or only for later ones")
        @Default("true")
        boolean bothWays,
    @Doc("whether the positive pair counts in the denominator") @Default("true")
        boolean partnerInDenominator) {}
