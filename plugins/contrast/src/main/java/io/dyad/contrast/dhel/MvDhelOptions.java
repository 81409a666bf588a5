package io.dyad.contrast.dhel;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code mv-dhel}.
 *
 * @param temperature divides the similarities
 */
public record MvDhelOptions(
    @Doc("softness of the contrast; divides the cosines") @Default("0.5") @Bound("(0, inf)")
        double temperature) {}
