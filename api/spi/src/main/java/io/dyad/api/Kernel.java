package io.dyad.api;

import ai.djl.ndarray.NDList;

/**
 * A compiled kernel. Calls are safe from any thread and follow the thread's gradient mode.
 *
 * @since 0.1
 */
@Stable
public interface Kernel {
  /** Returns the name it was compiled under. */
  String name();

  /**
   * Calls one function.
   *
   * @param function its name
   * @param arguments in order: {@code NDArray} for Tensor, {@code NDList} for List[Tensor], {@code
   *     Integer} or {@code Long} for int, {@code Float} or {@code Double} for float, {@code
   *     Boolean}, {@code String}, {@code long[]} for List[int], {@code double[]} for List[float];
   *     at least one array, which says whose manager owns the results
   * @return the result: one array, or the arrays of a tuple or list in order
   * @throws KernelException if the function fails; the message carries the source line
   * @throws IllegalArgumentException if an argument is of another type
   */
  NDList call(String function, Object... arguments);
}
