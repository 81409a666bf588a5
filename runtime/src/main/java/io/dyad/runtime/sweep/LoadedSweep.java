package io.dyad.runtime.sweep;

import io.dyad.runtime.experiment.LoadedExperiment;
import java.util.List;

/**
 * A sweep whose runs are all understood.
 *
 * @param plan what is to be done
 * @param runs in the order of the plan
 */
public record LoadedSweep(SweepPlan plan, List<Run> runs) {
  /** Copies the runs. */
  public LoadedSweep {
    runs = List.copyOf(runs);
  }

  /**
   * One of them.
   *
   * @param trial what it is in the sweep
   * @param experiment what it does
   */
  public record Run(Trial trial, LoadedExperiment experiment) {}
}
