package io.dyad.runtime.run;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was measured before the first step, kept so that a run that goes on need not do it again:
 * {@code baselines.json}.
 *
 * @param input figures of the raw input by {@code EVALUATOR.METRIC}
 * @param untrained figures of the untrained network
 */
public record Baselines(Map<String, Double> input, Map<String, Double> untrained) {
  /** Copies the figures. */
  public Baselines {
    input = Collections.unmodifiableMap(new TreeMap<>(input));
    untrained = Collections.unmodifiableMap(new TreeMap<>(untrained));
  }

  /**
   * Writes the file.
   *
   * @throws io.dyad.api.DyadException naming path and cause if it cannot be written
   */
  public void write(Path path) {
    Json.write(path, this);
  }

  /**
   * Reads the file.
   *
   * @throws io.dyad.api.DataException naming the file if it is missing or malformed
   */
  public static Baselines read(Path path) {
    return Json.read(path, Baselines.class);
  }
}
