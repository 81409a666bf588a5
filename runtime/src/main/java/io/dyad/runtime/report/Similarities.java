package io.dyad.runtime.report;

import io.dyad.runtime.run.Histogram;
import io.dyad.runtime.run.HistogramLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How alike views of one sample and of two samples were in the course of a run. */
final class Similarities {
  private static final String POSITIVE = "similarity/positive";
  private static final String NEGATIVE = "similarity/negative";

  private Similarities() {}

  static Map<String, Object> of(ReportedRun run) {
    List<Map<String, Object>> moments = new ArrayList<>();
    for (HistogramLine line : run.history().histograms()) {
      Histogram positive = line.histograms().get(POSITIVE);
      Histogram negative = line.histograms().get(NEGATIVE);
      if (positive != null && negative != null) {
        Map<String, Object> moment = new LinkedHashMap<>();
        moment.put("step", line.step());
        moment.put("positive", positive);
        moment.put("negative", negative);
        moments.add(moment);
      }
    }
    return Map.of("moments", moments);
  }
}
