package io.dyad.graph.pot;

import io.dyad.api.Doc;

/**
 * Options of {@code node-compactness}.
 *
 * @param drops of the two graphs that are drawn
 */
public record NodeCompactnessOptions(
    @Doc("how edges are dropped from the two graphs that are compared") EdgeDropOptions drops) {}
