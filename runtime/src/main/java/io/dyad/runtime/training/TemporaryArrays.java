package io.dyad.runtime.training;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;

/**
 * The memory of a step or another moment: all arrays made on this thread until it is closed die
 * with it, in whatever manager they are, except those that a context was told to keep.
 */
public final class TemporaryArrays implements AutoCloseable {
  private final NDScope scope = new NDScope();
  private final NDManager manager;

  /** Begins a moment. */
  public TemporaryArrays(NDManager parent) {
    scope.suppressNotUsedWarning();
    manager = parent.newSubManager();
  }

  /** Returns the manager for arrays of this moment. */
  public NDManager manager() {
    return manager;
  }

  @Override
  public void close() {
    manager.close();
    scope.close();
  }
}
