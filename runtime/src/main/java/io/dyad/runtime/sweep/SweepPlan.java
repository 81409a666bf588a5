package io.dyad.runtime.sweep;

import java.util.List;
import java.util.Map;

/**
 * What a sweep is to do; {@code plan.json} in its folder, so that it can go on.
 *
 * @param name of the sweep
 * @param jobs runs at a time, or {@code auto}
 * @param columns figures of the table; none: all
 * @param trials the runs, in order
 * @param expect rules by run, then figure
 */
public record SweepPlan(
    String name,
    String jobs,
    List<String> columns,
    List<Trial> trials,
    Map<String, Map<String, List<String>>> expect) {
  /** Copies the lists. */
  public SweepPlan {
    columns = List.copyOf(columns);
    trials = List.copyOf(trials);
  }

  /** Returns how many runs go on at a time. */
  public int parallel() {
    int wanted =
        jobs.equals("auto") ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(jobs);
    return Math.max(1, Math.min(wanted, trials.size()));
  }
}
