package io.dyad.runtime.report;

import io.dyad.runtime.run.Histogram;
import io.dyad.runtime.run.HistogramLine;
import io.dyad.runtime.run.MetricLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The scores that losses observed of their pairs in the course of a run, by term of the objective:
 * distributions, means and variances of positives and negatives.
 */
final class Scores {
  private static final String OBSERVED = "train/observed.";
  private static final String POSITIVES = ".positive-scores";
  private static final String NEGATIVES = ".negative-scores";

  /** By their names on the page. */
  private static final Map<String, String> FIGURES =
      Map.of(
          "positiveMean", ".positive-score-mean",
          "positiveVariance", ".positive-score-variance",
          "negativeMean", ".negative-score-mean",
          "negativeVariance", ".negative-score-variance");

  private Scores() {}

  /** Returns whether a run has any. */
  static boolean areIn(ReportedRun run) {
    return !terms(run).isEmpty();
  }

  static Map<String, Object> of(ReportedRun run) {
    return Map.of("terms", terms(run).stream().map(term -> term(run, term)).toList());
  }

  private static TreeSet<String> terms(ReportedRun run) {
    TreeSet<String> terms = new TreeSet<>();
    for (HistogramLine line : run.history().histograms()) {
      for (String name : line.histograms().keySet()) {
        if (name.startsWith(OBSERVED) && name.endsWith(POSITIVES)) {
          terms.add(name.substring(OBSERVED.length(), name.length() - POSITIVES.length()));
        }
      }
    }
    return terms;
  }

  private static Map<String, Object> term(ReportedRun run, String term) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("term", term);
    data.put("moments", moments(run, OBSERVED + term));
    FIGURES.forEach((name, figure) -> data.put(name, series(run, OBSERVED + term + figure)));
    return data;
  }

  private static List<Map<String, Object>> moments(ReportedRun run, String prefix) {
    List<Map<String, Object>> moments = new ArrayList<>();
    for (HistogramLine line : run.history().histograms()) {
      Optional<Histogram> positive = Optional.ofNullable(line.histograms().get(prefix + POSITIVES));
      Optional<Histogram> negative = Optional.ofNullable(line.histograms().get(prefix + NEGATIVES));
      if (positive.isPresent() && negative.isPresent()) {
        moments.add(
            Map.of("step", line.step(), "positive", positive.get(), "negative", negative.get()));
      }
    }
    return spaced(moments);
  }

  /** A picture of more ridges than that is no better. */
  private static <T> List<T> spaced(List<T> all) {
    int most = 20;
    if (all.size() <= most) {
      return all;
    }
    List<T> some = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      some.add(all.get((int) ((long) i * (all.size() - 1) / (most - 1))));
    }
    return some;
  }

  private static List<List<@Nullable Object>> series(ReportedRun run, String name) {
    List<Point> points = new ArrayList<>();
    for (MetricLine line : run.history().figures()) {
      Optional.ofNullable(line.values().get(name))
          .ifPresent(value -> points.add(new Point(line.step(), value)));
    }
    return Point.thinned(points).stream().map(Point::pair).toList();
  }
}
