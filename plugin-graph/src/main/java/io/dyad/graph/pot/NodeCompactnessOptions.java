package io.dyad.graph.pot;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.List;

/**
 * Options of {@code node-compactness}.
 *
 * @param dropRates of the two graphs
 */
public record NodeCompactnessOptions(
    @Doc("which share of the edges the two graphs that are compared drop")
        @Default("[0.4, 0.3]")
        @Bound("[0, 1]")
        List<Double> dropRates) {}
