package io.dyad.runtime.training;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Whether a run has been asked to stop where nothing is lost; any thread may ask. */
@Singleton
public final class StopRequest {
  private volatile boolean made;

  /** Creates a request that nobody has made yet. */
  @Inject
  public StopRequest() {}

  /** Asks the run to stop. */
  public void make() {
    made = true;
  }

  /** Returns whether somebody has asked. */
  public boolean isMade() {
    return made;
  }

  /**
   * Ends what goes on if a stop was asked for; called where that leaves nothing half done.
   *
   * @throws StoppedException if so
   */
  public void check() {
    if (made) {
      throw new StoppedException();
    }
  }
}
