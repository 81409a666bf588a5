package io.dyad.medical.sepclr;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/** Options of {@code sepclr}. */
public record SepClrOptions(
    @Doc("the output whose rows are the salient code's head") @Default("salient-projection")
        String salient,
    @Doc("the target that is 1 for samples of the target set and 0 for background")
        @Default("domain")
        String domain,
    @Doc("weight of alignment and uniformity of the salient code") @Default("1") @Bound("[0, inf)")
        double salientWeight,
    @Doc("weight of the null vector as the salient code of background")
        @Default("1")
        @Bound("[0, inf)")
        double informationLessWeight,
    @Doc("weight of the joint entropy of both codes") @Default("1") @Bound("[0, inf)")
        double jointEntropyWeight,
    @Doc("half the divisor of squared distances in the kernels") @Default("0.5") @Bound("(0, inf)")
        double bandwidth,
    @Doc("factor on the mean uniformity of the two views") @Default("2") @Bound("[0, inf)")
        double uniformityMultiplier) {}
