package io.dyad.runtime.training.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/**
 * What an optimiser steps down: a loss with its graph, or gradients summed before.
 *
 * @param loss a scalar; with a graph if {@code summed} is empty
 * @param summed one gradient a parameter, in the order of {@link Optimizer#parameters}, or none
 * @param halted a float32 scalar that becomes 1, and stays so, when a loss or a norm is not finite;
 *     while it is 1 no optimiser that is given it changes anything. It is never read on the way, so
 *     that a GPU need not wait
 */
public record Gradients(NDArray loss, NDList summed, NDArray halted) {
  /** Returns those of a loss. */
  public static Gradients of(NDArray loss, NDArray halted) {
    return new Gradients(loss, new NDList(), halted);
  }
}
