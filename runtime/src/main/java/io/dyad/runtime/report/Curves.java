package io.dyad.runtime.report;

import io.dyad.runtime.run.MetricLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures of a run over its steps. */
final class Curves {
  private static final String EPOCH = "epoch";

  private Curves() {}

  static Map<String, Object> of(ReportedRun run) {
    Map<String, List<Point>> series = new TreeMap<>();
    for (MetricLine line : run.history().figures()) {
      line.values()
          .forEach(
              (name, value) -> {
                if (!name.equals(EPOCH)) {
                  series
                      .computeIfAbsent(name, unused -> new ArrayList<>())
                      .add(new Point(line.step(), value));
                }
              });
    }
    series.put("throughput/samples-per-second", Throughput.of(run));
    Map<String, Object> thinned = new LinkedHashMap<>();
    series.forEach(
        (name, points) -> {
          if (!points.isEmpty()) {
            thinned.put(name, Point.thinned(points).stream().map(Point::pair).toList());
          }
        });
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("stepsPerEpoch", Throughput.stepsPerEpoch(run.history().figures()));
    data.put("series", thinned);
    run.summary().ifPresent(summary -> data.put("input", summary.metrics().input()));
    return data;
  }
}
