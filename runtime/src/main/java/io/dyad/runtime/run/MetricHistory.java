package io.dyad.runtime.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a {@code metrics.jsonl} holds and can be read of it.
 *
 * @param figures in the order of the file
 * @param histograms in the order of the file
 * @param broken how many lines were passed over since they are malformed
 */
public record MetricHistory(List<MetricLine> figures, List<HistogramLine> histograms, int broken) {
  private static final String HOLDS_HISTOGRAMS = "\"histograms\"";

  /** Copies the lists. */
  public MetricHistory {
    figures = List.copyOf(figures);
    histograms = List.copyOf(histograms);
  }

  /**
   * Reads a file as far as it can be read, also while it is being written; there is nothing in one
   * that does not exist.
   *
   * @throws io.dyad.api.DataException if it exists but cannot be opened
   */
  public static MetricHistory read(Path path) {
    List<MetricLine> figures = new ArrayList<>();
    List<HistogramLine> histograms = new ArrayList<>();
    int broken = 0;
    for (String line : Files.exists(path) ? lines(path) : List.<String>of()) {
      try {
        if (line.contains(HOLDS_HISTOGRAMS)) {
          histograms.add(Json.MAPPER.readValue(line, HistogramLine.class));
        } else {
          figures.add(Json.MAPPER.readValue(line, MetricLine.class));
        }
      } catch (JsonProcessingException malformed) {
        broken++;
      }
    }
    return new MetricHistory(figures, histograms, broken);
  }

  /** Not by {@link Files#readAllLines}, which gives up at a byte that is no UTF-8. */
  private static List<String> lines(Path path) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(path), UTF_8))) {
      return reader.lines().toList();
    } catch (IOException cause) {
      throw ReadFailure.of(path, cause);
    }
  }
}
