package io.dyad.benchmark.scaling;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What was measured at one size.
 *
 * @param size of what the curve varies
 * @param seconds the median of the steps
 * @param tenth nine of ten steps took no longer
 * @param samplesPerSecond with what lies between steps
 * @param peakBytes the most memory of the process
 */
record Point(double size, double seconds, double tenth, double samplesPerSecond, double peakBytes) {
  /** Returns the point of a line of {@code scaling.sh}. */
  static Point of(JsonNode line) {
    JsonNode result = line.get("result");
    return new Point(
        line.get("size").asDouble(),
        result.at("/stepSeconds/p50").asDouble(),
        result.at("/stepSeconds/p90").asDouble(),
        result.get("samplesPerSecond").asDouble(),
        result.at("/memory/peakResidentBytes").asDouble());
  }
}
