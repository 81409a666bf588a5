package io.dyad.runtime.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dyad.api.DataException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of {@code metrics.jsonl} as it stands there.
 *
 * @param place file and number, for messages
 * @param text without the line break
 * @param last whether a stopped process may have left it unfinished
 */
record RawLine(String place, String text, boolean last) {
  /** What all kinds of lines have. */
  record Step(long step) {}

  static List<RawLine> read(Path path) {
    List<RawLine> lines = new ArrayList<>();
    // Not Files.newBufferedReader, which gives up at a byte that is no UTF-8.
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(path), UTF_8))) {
      String text = reader.readLine();
      while (text != null) {
        String next = reader.readLine();
        lines.add(new RawLine(path + ":" + (lines.size() + 1), text, next == null));
        text = next;
      }
    } catch (IOException cause) {
      throw ReadFailure.of(path, cause);
    }
    return lines;
  }

  boolean holdsHistograms() {
    return text.contains("\"histograms\"");
  }

  /** Returns what the line says; empty if it is malformed. */
  <T> Optional<T> parse(Class<T> type) {
    try {
      return Optional.of(Json.MAPPER.readValue(text, type));
    } catch (JsonProcessingException malformed) {
      return Optional.empty();
    }
  }

  /**
   * Returns what the line says; empty if it is malformed and the last one.
   *
   * @throws DataException naming file and line if another one is malformed
   */
  <T> Optional<T> parseUnlessTorn(Class<T> type) {
    try {
      return Optional.of(Json.MAPPER.readValue(text, type));
    } catch (JsonProcessingException cause) {
      if (last) {
        return Optional.empty();
      }
      throw new DataException(place + ": " + cause.getOriginalMessage(), cause);
    }
  }
}
