package io.dyad.runtime.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was measured before training, kept for the summary of a run that is resumed; {@code
 * baselines.json}.
 *
 * @param untrained figures of the network by {@code EVALUATOR.METRIC}
 * @param input figures of the raw input
 */
public record Baselines(Map<String, Double> untrained, Map<String, Double> input) {
  /** Copies the figures, sorted. */
  public Baselines {
    untrained = Collections.unmodifiableMap(new TreeMap<>(untrained));
    input = Collections.unmodifiableMap(new TreeMap<>(input));
  }

  /** Writes the figures. */
  public void write(Path path) {
    Json.write(path, this);
  }

  /**
   * Reads the figures, if they were measured.
   *
   * @throws io.dyad.api.DataException naming the file if it is malformed
   */
  public static Optional<Baselines> read(Path path) {
    return Files.exists(path) ? Optional.of(Json.read(path, Baselines.class)) : Optional.empty();
  }
}
