package io.dyad.medical.sepclr;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/** One attribute of target samples and the coordinate of the salient code that is to carry it. */
public record AttributeOptions(
    @Doc("which coordinate of the salient code carries it") @Bound("[0, inf)") int coordinate,
    @Doc("whether only equal values are alike") @Default("false") boolean discrete,
    @Doc("half the divisor of squared differences of the attribute")
        @Default("0.025")
        @Bound("(0, inf)")
        double attributeBandwidth,
    @Doc("half the divisor of squared distances of the coordinate")
        @Default("0.5")
        @Bound("(0, inf)")
        double bandwidth) {}
