package io.dyad.runtime.bench;

import org.jspecify.annotations.Nullable;

/**
 * The memory of the process; 0 where the system does not tell.
 *
 * @param peakResidentBytes the most that was ever resident, from the start of the process
 * @param residentBytes the median over the measured steps
 * @param heapBytes of Java's heap at the end, garbage included
 * @param deviceBytes taken of a GPU's memory at the end, by whomever; null on a CPU
 * @param collections of Java's garbage during the measured steps
 * @param collectionSeconds how long those took together
 */
public record MemoryUse(
    long peakResidentBytes,
    long residentBytes,
    long heapBytes,
    @Nullable Long deviceBytes,
    long collections,
    double collectionSeconds) {}
