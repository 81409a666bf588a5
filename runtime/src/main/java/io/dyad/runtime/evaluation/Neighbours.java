package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDArray;

/**
 * The nearest rows of a bank for each of N queries, nearest first; of rows that are as near, the
 * earlier in the bank.
 *
 * @param cosines shape (N, k), type of the queries
 * @param places rows of the bank, int64, shape (N, k)
 */
public record Neighbours(NDArray cosines, NDArray places) {}
