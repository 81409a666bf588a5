package io.dyad.contrast.transformation;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Loss;
import io.dyad.api.Spec;

/**
 * Options of {@code feature-transformation}.
 *
 * @param loss the loss that sees the transformed rows
 * @param positive what becomes of an anchor and its positive key
 * @param negative what becomes of the rows of the bank
 * @param alphaPositive both parameters of the Beta distribution of the positives' share
 * @param alphaNegative both parameters of the Beta distribution of the negatives' share
 * @param dimensionMask which shares are drawn for every number of a row
 * @param renormalise whether transformed positives are scaled to unit length again
 * @param normalize whether rows are scaled to unit length before
 * @param startEpoch the first epoch, from 0, in which rows are transformed
 * @param scores whether score statistics are observed
 * @param scoreTemperature of the exponentials among them
 */
public record FeatureTransformationOptions(
    @Doc(
            "the loss that sees the transformed rows; they are no longer of unit length, so set info-nce { normalize = false }")
        Spec<Loss> loss,
    @Doc("what becomes of an anchor and its positive key") @Default("extrapolate")
        PositiveMixing positive,
    @Doc("what becomes of the rows of the bank") @Default("interpolate") NegativeMixing negative,
    @Doc("both parameters of the Beta distribution of the positives' share")
        @Default("2.0")
        @Bound("(0, inf)")
        double alphaPositive,
    @Doc("both parameters of the Beta distribution of the negatives' share")
        @Default("1.6")
        @Bound("(0, inf)")
        double alphaNegative,
    @Doc("which shares are drawn for every number of a row instead of once a step") @Default("none")
        DimensionMask dimensionMask,
    @Doc("whether transformed positives are scaled to unit length again") @Default("false")
        boolean renormalise,
    @Doc("whether rows are scaled to unit length before they are transformed") @Default("true")
        boolean normalize,
    @Doc("the first epoch, counted from 0, in which rows are transformed")
        @Default("0")
        @Bound("[0, inf)")
        long startEpoch,
    @Doc("whether statistics of the transformed scores are observed") @Default("true")
        boolean scores,
    @Doc("divides scores in the figures of exponentials; best that of the loss")
        @Default("0.2")
        @Bound("(0, inf)")
        double scoreTemperature) {}
