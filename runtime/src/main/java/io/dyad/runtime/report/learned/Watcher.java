package io.dyad.runtime.report.learned;

/** Is told how far slow work is. */
public interface Watcher {
  /** Tells nobody. */
  Watcher NOBODY = (done, total) -> {};

  /** Says that so many samples of the whole are done. */
  void reached(int done, int total);
}
