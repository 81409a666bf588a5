package io.dyad.runtime.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dyad.api.DataException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A line of {@code metrics.jsonl}.
 *
 * @param step it belongs to
 * @param time of writing, ISO 8601 in UTC
 * @param values by name; not a number and the infinities are strings in the file
 */
public record MetricLine(long step, String time, Map<String, Double> values) {
  /** Returns the time of writing. */
  Instant instant() {
    return Instant.parse(time);
  }

  /**
   * Reads a file. A last line that a stopped process left unfinished is passed over.
   *
   * @throws DataException naming file and line if one is malformed
   */
  public static List<MetricLine> read(Path path) {
    List<MetricLine> lines = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(path)) {
      String text = reader.readLine();
      while (text != null) {
        String next = reader.readLine();
        try {
          lines.add(Json.MAPPER.readValue(text, MetricLine.class));
        } catch (JsonProcessingException cause) {
          if (next != null) {
            throw new DataException(
                "%s:%d: %s".formatted(path, lines.size() + 1, cause.getOriginalMessage()), cause);
          }
        }
        text = next;
      }
    } catch (IOException cause) {
      throw ReadFailure.of(path, cause);
    }
    return lines;
  }
}
