package io.dyad.contrast.dhel;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code dhel}.
 *
 * @param temperature divides the similarities
 * @param bothViewsInDenominator whether samples repel in both views, or in the first only
 */
public record DhelOptions(
    @Doc("softness of the contrast; divides the cosines") @Default("0.3") @Bound("(0, inf)")
        double temperature,
    @Doc("whether samples repel each other in both views, or in the first only") @Default("true")
        boolean bothViewsInDenominator) {}
