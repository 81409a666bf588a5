package io.dyad.runtime.training;

/** Passes from where a run was asked to stop to whoever started it; no failure. */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoppedException() {
    super("stopped when asked to");
  }
}
