package io.dyad.contrast.infonce;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code info-nce}.
 *
 * @param temperature divides the similarities
 * @param normalize whether rows are scaled to unit length
 */
public record InfoNceOptions(
    @Doc("softness of the contrast; divides the similarities") @Default("0.2") @Bound("(0, inf)")
        double temperature,
    @Doc("whether rows are scaled to unit length, so that similarities are cosines")
        @Default("true")
        boolean normalize) {}
