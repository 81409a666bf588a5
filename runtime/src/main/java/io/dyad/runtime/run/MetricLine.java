package io.dyad.runtime.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line of {@code metrics.jsonl} that holds figures.
 *
 * @param step it belongs to
 * @param time of writing, ISO 8601 in UTC
 * @param values by name; not a number and the infinities are strings in the file
 */
public record MetricLine(long step, String time, Map<String, Double> values) {
  /**
   * Reads the figures of a file. A last line that a stopped process left unfinished is passed over.
   *
   * @throws io.dyad.api.DataException naming file and line if one is malformed
   */
  public static List<MetricLine> read(Path path) {
    return RawLine.read(path).stream()
        .filter(line -> !line.holdsHistograms())
        .map(line -> line.parseUnlessTorn(MetricLine.class))
        .flatMap(Optional::stream)
        .toList();
  }
}
