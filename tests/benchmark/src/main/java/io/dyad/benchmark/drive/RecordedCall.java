package io.dyad.benchmark.drive;

import java.util.List;

/**
 * One call of a kernel.
 *
 * @param arguments numbers, truths, texts and lists of numbers as they are; for an array a map of
 *     one entry: {@code array} and the name of one that lasts, {@code given} and the place of one
 *     that comes from outside the kernels, or {@code flow} and the shape of one that follows from
 *     earlier calls; for a list of arrays {@code list} and such maps
 */
record RecordedCall(String kernel, String function, List<Object> arguments) {}
