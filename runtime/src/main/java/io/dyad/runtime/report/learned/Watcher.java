package io.dyad.runtime.report.learned;

/** Is told how the work goes. */
public interface Watcher {
  /** Tells nobody. */
  Watcher NOBODY =
      new Watcher() {
        @Override
        public void begins(String work) {}

        @Override
        public void reached(int done, int total) {}
      };

  /** Says what is done from now on. */
  void begins(String work);

  /** Says that so many samples of the whole are done; called for slow work only. */
  void reached(int done, int total);
}
