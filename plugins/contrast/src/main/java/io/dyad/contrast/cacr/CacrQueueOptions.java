package io.dyad.contrast.cacr;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code cacr-queue}.
 *
 * @param tPositive how much more distant keys attract
 * @param tNegative how much more close negatives repel
 */
public record CacrQueueOptions(
    @Doc("how much more distant keys attract than close ones; 0: alike")
        @Default("1")
        @Bound("[0, inf)")
        double tPositive,
    @Doc("how much more close negatives repel than distant ones; 0: alike")
        @Default("2")
        @Bound("[0, inf)")
        double tNegative) {}
