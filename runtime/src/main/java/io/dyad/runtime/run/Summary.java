package io.dyad.runtime.run;

import io.dyad.api.Metric;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The outcome of a run, for scripts: {@code summary.json}. Its keys and their order are stable.
 *
 * @param experiment name of the experiment
 * @param seed of the run
 * @param epochs epochs done
 * @param steps steps done
 * @param seconds of training, without evaluation
 * @param samplesPerSecond samples of the data, not views
 * @param peakMemoryBytes highest resident memory of the process
 * @param metrics what the evaluators found
 * @param protocol how they found it, by evaluator
 */
public record Summary(
    String experiment,
    long seed,
    long epochs,
    long steps,
    double seconds,
    double samplesPerSecond,
    long peakMemoryBytes,
    Metrics metrics,
    Map<String, Protocol> protocol) {
  /** Copies the protocol, sorted by evaluator. */
  public Summary {
    protocol = sorted(protocol);
  }

  /**
   * Figures by {@code EVALUATOR.METRIC}, sorted by that.
   *
   * @param learned of the trained network
   * @param untrained of the same network before training
   * @param input of the raw input
   */
  public record Metrics(
      Map<String, Double> learned, Map<String, Double> untrained, Map<String, Double> input) {
    /** Copies the figures. */
    public Metrics {
      learned = sorted(learned);
      untrained = sorted(untrained);
      input = sorted(input);
    }
  }

  /**
   * How an evaluator measured.
   *
   * @param provider its name
   * @param options all of them, defaults included
   * @param metrics what each of its figures means
   */
  public record Protocol(
      String provider, Map<String, Object> options, Map<String, Meaning> metrics) {
    /** Copies options and meanings. */
    public Protocol {
      options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
      metrics = sorted(metrics);
    }

    /** Returns the protocol of an evaluator that found these metrics. */
    public static Protocol of(String provider, Map<String, Object> options, List<Metric> metrics) {
      Map<String, Meaning> meanings = new TreeMap<>();
      metrics.forEach(
          metric ->
              meanings.put(metric.name(), new Meaning(metric.unit(), metric.higherIsBetter())));
      return new Protocol(provider, options, meanings);
    }
  }

  /**
   * What a figure means.
   *
   * @param unit such as {@code fraction} or {@code nats}
   * @param higherIsBetter its direction
   */
  public record Meaning(String unit, boolean higherIsBetter) {}

  /** Returns the summary as one line of JSON. */
  public String toJson() {
    return Json.line(this);
  }

  /**
   * Writes the summary as indented JSON.
   *
   * @throws io.dyad.api.DyadException naming path and cause if it cannot be written
   */
  public void write(Path path) {
    Json.write(path, this);
  }

  /**
   * Reads a summary.
   *
   * @throws io.dyad.api.DataException naming the file if it is missing or malformed
   */
  public static Summary read(Path path) {
    return Json.read(path, Summary.class);
  }

  private static <V> Map<String, V> sorted(Map<String, V> values) {
    return Collections.unmodifiableMap(new TreeMap<>(values));
  }
}
