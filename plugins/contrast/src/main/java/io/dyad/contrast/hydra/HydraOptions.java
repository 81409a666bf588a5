package io.dyad.contrast.hydra;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/**
 * Options of {@code hydra}.
 *
 * @param classes how many classes there are
 * @param output which output of the main network is compared; its width is that of the gates
 * @param gates whether there are gates
 * @param gating where a gate acts
 * @param fuse how two classes make one gate
 * @param average over what the loss is a mean
 * @param temperature divides the similarities
 * @param learnTemperature whether the temperature is trained, from that value on
 * @param repulsion how much the cosine without gates is subtracted
 * @param learnRepulsion whether that is trained, from that value on
 * @param entropyWeight adds the mean entropy of the gates
 * @param embeddingWidth of a class
 * @param hiddenWidth of the gate network
 */
public record HydraOptions(
    @Doc("how many classes there are; labels run from 0") @Bound("[2, inf)") long classes,
    @Doc("which output of the main network is compared; its width is that of the gates")
        @Default("projection")
        String output,
    @Doc("whether there are gates; open is the control without") @Default("learned") GateKind gates,
    @Doc("where a gate acts") @Default("normalise-then-gate") Gating gating,
    @Doc("how two classes make one gate: of their mean embedding, or the product of theirs")
        @Default("mean")
        GateFusion fuse,
    @Doc("over what the loss is a mean") @Default("per-anchor") PositiveAverage average,
    @Doc("softness of the contrast; divides the similarities") @Default("0.1") @Bound("(0, inf)")
        double temperature,
    @Doc("whether the temperature is trained, from that value on") @Default("false")
        boolean learnTemperature,
    @Doc("how much of the cosine without gates is subtracted from the similarity")
        @Default("0")
        @Bound("[0, inf)")
        double repulsion,
    @Doc("whether the repulsion is trained, from that value on") @Default("false")
        boolean learnRepulsion,
    @Doc("how much of the gates' mean entropy is added to the loss")
        @Default("0")
        @Bound("[0, inf)")
        double entropyWeight,
    @Doc("width of a class's embedding") @Default("512") @Bound("[1, inf)") long embeddingWidth,
    @Doc("width of the gate network's hidden layer") @Default("1024") @Bound("[1, inf)")
        long hiddenWidth) {}
