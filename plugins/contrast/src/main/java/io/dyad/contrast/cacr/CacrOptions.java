package io.dyad.contrast.cacr;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code cacr}.
 *
 * @param alpha factor of the attraction
 * @param beta factor of the repulsion
 * @param tPositive how much more distant positives attract
 * @param tNegative how much more close negatives repel
 * @param cost what a distance from a negative is worth
 * @param rbfT scale of the radial basis function
 * @param debias the assumed share of negatives that are positives in truth
 * @param attraction how positives share the pull
 * @param repulsion how negatives share the push
 */
public record CacrOptions(
    @Doc("factor of the attraction") @Default("1") @Bound("[0, inf)") double alpha,
    @Doc("factor of the repulsion") @Default("1") @Bound("[0, inf)") double beta,
    @Doc("how much more distant positives attract than close ones; 0: alike")
        @Default("1")
        @Bound("[0, inf)")
        double tPositive,
    @Doc("how much more close negatives repel than distant ones; 0: alike")
        @Default("2")
        @Bound("[0, inf)")
        double tNegative,
    @Doc("worth of a distance from negatives: euclidean (squared) or rbf (its logarithm)")
        @Default("euclidean")
        CacrCost cost,
    @Doc("scale of the radial basis function of cost = rbf") @Default("2") @Bound("(0, inf)")
        double rbfT,
    @Doc("share of negatives that are taken to be positives in truth; 0: none")
        @Default("0")
        @Bound("[0, 1)")
        double debias,
    @Doc("how positives share the pull: conditional on distances, or uniform")
        @Default("conditional")
        CacrWeights attraction,
    @Doc("how negatives share the push: conditional on distances, or uniform")
        @Default("conditional")
        CacrWeights repulsion) {}
