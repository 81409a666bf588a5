package io.dyad.runtime.sweep;

import io.dyad.runtime.run.Summary;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a run of a sweep ended.
 *
 * @param trial which run
 * @param summary what it found, if it ended well
 * @param exitCode of its process; 0 with a summary of an earlier session
 * @param message the last words of a process that failed
 * @param log everything it said
 */
public record RunOutcome(
    Trial trial, Optional<Summary> summary, int exitCode, String message, Path log) {

  /** Returns whether the run came to its end, but not to a good one. */
  public boolean hasFailed() {
    return summary.isEmpty() && !isUnfinished();
  }

  /** Returns whether a signal ended it, or it was not started. */
  public boolean isUnfinished() {
    return summary.isEmpty() && exitCode >= TrialProcess.SIGNAL;
  }
}
