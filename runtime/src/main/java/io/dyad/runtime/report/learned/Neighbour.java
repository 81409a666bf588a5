package io.dyad.runtime.report.learned;

/**
 * A sample near another one.
 *
 * @param id of the sample in its split
 * @param label of the sample, or -1
 * @param cosine of the angle between the two
 */
public record Neighbour(long id, long label, float cosine) {}
