package io.dyad.contrast.bacon;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Embeddings;
import io.dyad.api.Targets;

/** Options of {@code self-balanced}. */
public record SelfBalancedOptions(
    @Doc("which output of the main network is compared") @Default(Embeddings.PROJECTION)
        String output,
    @Doc("the network whose classifier says how much samples belong together") @Default("pseudo")
        String classifier,
    @Doc("the output of that network with its logits") @Default("logits") String logits,
    @Doc("divides the logits") @Default("0.1") @Bound("(0, inf)") double temperature,
    @Doc("power of the class counts whose logarithm is taken from the logits")
        @Default("0.5")
        @Bound("[0, inf)")
        double adjustmentPower,
    @Doc("how much frequent classes are thinned out that have labels in the batch; 0: not at all")
        @Default("0")
        @Bound("[0, inf)")
        double alpha,
    @Doc("how much the other frequent classes are thinned out; 0: not at all")
        @Default("0.5")
        @Bound("[0, inf)")
        double beta,
    @Doc("the published class counts; as long as there are none, all classes count alike")
        @Default("class-counts")
        String counts,
    @Doc("the epoch in which the branches begin, after a warm-up") @Default("0") @Bound("[0, inf)")
        int firstEpoch,
    @Doc("epochs after that in which the classifier is not yet asked: pairs are those of labelled")
        @Default("1")
        @Bound("[0, inf)")
        int epochsBefore,
    @Doc("the target that knows the class of labelled samples, and -1 of others")
        @Default(Targets.LABEL)
        String target) {}
