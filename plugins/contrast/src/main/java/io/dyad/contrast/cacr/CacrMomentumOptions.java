package io.dyad.contrast.cacr;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code cacr-momentum}.
 *
 * @param temperature divides distances and similarities
 * @param cost what a distance from a negative is worth
 * @param reduction how samples are put together
 */
public record CacrMomentumOptions(
    @Doc("softness of weights and contrast") @Default("0.2") @Bound("(0, inf)") double temperature,
    @Doc("rbf: a weighted cross entropy; euclidean: weighted distances") @Default("rbf")
        CacrCost cost,
    @Doc("as-released: rbf averages over samples, euclidean adds them up; mean: both average")
        @Default("as-released")
        CacrReduction reduction) {}
