package io.dyad.vision.encoder;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/** Options of {@code conv4}. */
public record Conv4Options(
    @Doc("channels of the first block; they double with every block")
        @Default("32")
        @Bound("[1, inf)")
        int width,
    @Doc("batch, or group: each sample by itself, exact in micro-batches and for batches of one")
        @Default("batch")
        NormKind norm,
    @Doc("groups of channels in group norm, or the largest divisor of the channels below it")
        @Default("32")
        @Bound("[1, inf)")
        int groups) {}
