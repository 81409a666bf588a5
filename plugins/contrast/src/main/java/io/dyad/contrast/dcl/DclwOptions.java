package io.dyad.contrast.dcl;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code dclw}.
 *
 * @param temperature divides the similarities
 * @param sigma how much the weights of positives differ; large: they are all 1
 */
public record DclwOptions(
    @Doc("softness of the contrast; divides the similarities") @Default("0.1") @Bound("(0, inf)")
        double temperature,
    @Doc("how even the weights of the positives are; large: all 1, which is DCL")
        @Default("0.5")
        @Bound("(0, inf)")
        double sigma) {}
