package io.dyad.graph.encoder;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.List;

/** Options of {@code sage}. */
public record SageOptions(
    @Doc("width of each layer, the last is that of the output") @Bound("[1, inf)")
        List<Integer> widths,
    @Doc("what follows a layer: relu, prelu (one slope, learnt), rrelu (slopes drawn) or elu")
        @Default("relu")
        Activation activation,
    @Doc("whether it follows the last layer, too") @Default("true") boolean activateLast,
    @Doc("whether layers have a bias") @Default("true") boolean bias) {}
