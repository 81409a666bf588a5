package io.dyad.runtime.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that a {@code metrics.jsonl} holds and can be read of it.
 *
 * @param figures in the order of the file
 * @param histograms in the order of the file
 * @param broken how many lines were passed over since they are malformed
 */
public record MetricHistory(List<MetricLine> figures, List<HistogramLine> histograms, int broken) {
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
    List<RawLine> lines = Files.exists(path) ? RawLine.read(path) : List.of();
    for (RawLine line : lines) {
      broken +=
          line.holdsHistograms()
              ? kept(line.parse(HistogramLine.class), histograms)
              : kept(line.parse(MetricLine.class), figures);
    }
    return new MetricHistory(figures, histograms, broken);
  }

  private static <T> int kept(Optional<T> line, List<T> all) {
    line.ifPresent(all::add);
    return line.isPresent() ? 0 : 1;
  }
}
