package io.dyad.graph.source;

import java.util.Map;

/**
 * A graph in memory of the host.
 *
 * @param nodes how many there are, and what they are called
 * @param features of which there may be none for a node
 * @param edges sources and targets, sorted by target, then source
 * @param targets one number a node, by the name of the target
 */
record GraphData(Nodes nodes, Features features, long[][] edges, Map<String, long[]> targets) {}
