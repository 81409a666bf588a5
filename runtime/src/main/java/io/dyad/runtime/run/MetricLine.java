package io.dyad.runtime.run;

import java.util.Map;

/**
 * A line of {@code metrics.jsonl} that holds figures.
 *
 * @param step it belongs to
 * @param time of writing, ISO 8601 in UTC
 * @param values by name; not a number and the infinities are strings in the file
 */
public record MetricLine(long step, String time, Map<String, Double> values) {}
