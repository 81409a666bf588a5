package io.dyad.graph.encoder;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.List;

/** Options of {@code gat}. */
public record GatOptions(
    @Doc("width of each layer, all heads together; the last is that of the output")
        @Bound("[1, inf)")
        List<Integer> widths,
    @Doc("how many heads a layer has; divides the widths") @Default("4") @Bound("[1, inf)")
        int heads,
    @Doc("what follows a layer: relu, prelu (one slope, learnt), rrelu (slopes drawn) or elu")
        @Default("elu")
        Activation activation,
    @Doc("whether it follows the last layer, too") @Default("true") boolean activateLast,
    @Doc("whether layers have a bias") @Default("true") boolean bias) {}
