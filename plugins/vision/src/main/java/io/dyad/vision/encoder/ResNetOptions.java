package io.dyad.vision.encoder;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/** Options of {@code resnet}. */
public record ResNetOptions(
    @Doc("18, 34 or 50 layers") @Default("18") int depth,
    @Doc("first layer: cifar is 3 x 3 for small images, imagenet 7 x 7 with pooling")
        @Default("cifar")
        ResNetStem stem,
    @Doc("channels of the first stage; they double with every stage")
        @Default("64")
        @Bound("[1, inf)")
        int width,
    @Doc("whether blocks start as the identity, their last scale being 0") @Default("false")
        boolean zeroInitResidual,
    @Doc("batch, or group: each sample by itself, exact in micro-batches and for batches of one")
        @Default("batch")
        NormKind norm,
    @Doc("groups of channels in group norm, or the largest divisor of the channels below it")
        @Default("32")
        @Bound("[1, inf)")
        int groups) {}
