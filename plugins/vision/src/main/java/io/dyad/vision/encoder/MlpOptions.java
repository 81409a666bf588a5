package io.dyad.vision.encoder;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.List;

/** Options of {@code mlp}. */
public record MlpOptions(
    @Doc("width of each layer, the last is that of the output") @Bound("[1, inf)")
        List<Integer> widths,
    @Doc("whether hidden layers have batch norm; without it they have a bias") @Default("true")
        boolean batchNorm,
    @Doc("whether the last layer has batch norm; without it it has a bias") @Default("false")
        boolean batchNormLast,
    @Doc("whether an activation follows the last layer, as it does the hidden ones")
        @Default("false")
        boolean activateLast,
    @Doc("what follows hidden layers") @Default("relu") MlpActivation activation) {}
