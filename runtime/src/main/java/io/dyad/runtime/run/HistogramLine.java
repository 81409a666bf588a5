package io.dyad.runtime.run;

import java.util.Map;

/**
 * A line of {@code metrics.jsonl} that holds histograms.
 *
 * @param step it belongs to
 * @param time of writing, ISO 8601 in UTC
 * @param histograms by name, such as {@code similarity/positive}
 */
public record HistogramLine(long step, String time, Map<String, Histogram> histograms) {}
