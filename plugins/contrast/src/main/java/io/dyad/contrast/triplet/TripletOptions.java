package io.dyad.contrast.triplet;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code triplet}.
 *
 * @param margin by how much the partner should be closer than a negative
 * @param temperature of the smooth term
 * @param smoothWeight factor of the smooth term
 */
public record TripletOptions(
    @Doc("by how much the cosine with the partner should exceed that with a negative")
        @Default("1")
        @Bound("[0, inf)")
        double margin,
    @Doc("softness of the smooth term") @Default("0.5") @Bound("(0, inf)") double temperature,
    @Doc("factor of the smooth term; 0: the hinge alone") @Default("8") @Bound("[0, inf)")
        double smoothWeight) {}
