package io.dyad.graph.pot;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Experimental;

/**
 * The compactness of n nodes with the bounds and weights it follows from.
 *
 * @param score shape (n)
 * @param firstLeast least values before the first activation, shape (n, hidden)
 * @param firstGreatest greatest values before the first activation, shape (n, hidden)
 * @param secondLeast least values before the second activation, shape (n, width)
 * @param secondGreatest greatest values before the second activation, shape (n, width)
 * @param direction from the mean partner of the other nodes to a node's own, shape (n, width)
 * @param hiddenWeights by which hidden values enter the bound, shape (n, hidden)
 * @param hiddenOffset what the second bias adds, shape (n)
 * @param mappedWeights by which mapped features enter the bound, shape (n, hidden)
 * @param mappedOffset what the first bias adds, shape (n)
 */
@Experimental
public record Compactness(
    NDArray score,
    NDArray firstLeast,
    NDArray firstGreatest,
    NDArray secondLeast,
    NDArray secondGreatest,
    NDArray direction,
    NDArray hiddenWeights,
    NDArray hiddenOffset,
    NDArray mappedWeights,
    NDArray mappedOffset) {
  /** Takes the arrays in the order of the components. */
  Compactness(NDList arrays) {
    this(
        arrays.get(0),
        arrays.get(1),
        arrays.get(2),
        arrays.get(3),
        arrays.get(4),
        arrays.get(5),
        arrays.get(6),
        arrays.get(7),
        arrays.get(8),
        arrays.get(9));
  }
}
