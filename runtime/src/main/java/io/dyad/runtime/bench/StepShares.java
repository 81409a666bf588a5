package io.dyad.runtime.bench;

/**
 * Where the time of steps went, as shares that sum to 1.
 *
 * @param kernels between the call of a kernel and its return: libtorch, and the way into it
 * @param waiting for the next batch
 * @param outside all else: Java, and DJL's own operators, which are libtorch's but no kernels
 */
public record StepShares(double kernels, double waiting, double outside) {}
