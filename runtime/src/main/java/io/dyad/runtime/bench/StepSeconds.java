package io.dyad.runtime.bench;

/**
 * How long steps took, in seconds; percentiles are right to a thousandth.
 *
 * @param mean of all steps
 * @param p50 half of the steps took no longer
 * @param p90 nine of ten
 * @param p99 99 of a hundred
 * @param max the slowest
 * @param processor how long the training thread had a core, on average: what the mean is more was
 *     spent waiting, for data or for a core that others had
 */
public record StepSeconds(
    double mean, double p50, double p90, double p99, double max, double processor) {}
