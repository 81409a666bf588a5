package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;

/** Copies that outlive the moment they are made in. */
final class OwnedCopy {
  private OwnedCopy() {}

  /** Returns a copy without gradient that only {@code manager} and its user close. */
  static NDArray of(NDArray array, NDManager manager) {
    try (NDArray detached = array.stopGradient()) {
      NDArray copy = detached.duplicate();
      copy.attach(manager);
      NDScope.unregister(copy);
      return copy;
    }
  }
}
