package io.dyad.graph.heterogeneous;

/**
 * Which nodes of two types belong together.
 *
 * @param from the type of the rows
 * @param to the type of the columns
 * @param matrix 1 where two belong together
 */
record Incidence(String from, String to, CountMatrix matrix) {}
