package io.dyad.runtime.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/**
 * How long training took up to each checkpoint; {@code times.json}. It lies beside the checkpoints
 * rather than in them, so that those of a resumed run are the same bytes as those of one that was
 * never stopped.
 *
 * @param seconds by steps done; of the last hundred checkpoints
 */
public record TrainingTimes(TreeMap<Long, Double> seconds) {
  private static final int MOST = 100;

  /** Reads the times, none if there is no file. */
  public static TrainingTimes read(Path path) {
    return Files.exists(path)
        ? Json.read(path, TrainingTimes.class)
        : new TrainingTimes(new TreeMap<>());
  }

  /** Returns the seconds up to a step, as far as they are known. */
  public double until(long step) {
    var entry = seconds.floorEntry(step);
    return entry == null ? 0 : entry.getValue();
  }

  /** Notes the seconds up to a step, and writes the file. */
  public void note(long step, double elapsed, Path path) {
    seconds.tailMap(step, true).clear();
    seconds.put(step, elapsed);
    while (seconds.size() > MOST) {
      seconds.pollFirstEntry();
    }
    Json.write(path, this);
  }
}
