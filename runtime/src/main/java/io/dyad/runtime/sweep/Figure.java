package io.dyad.runtime.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A figure over some seeds.
 *
 * @param mean of the values
 * @param deviation standard deviation of the values as a sample; 0 for one
 * @param values one a seed, in the order of the seeds
 */
public record Figure(double mean, double deviation, List<Double> values) {
  /** Returns the figure of some values. */
  public static Figure of(List<Double> values) {
    double mean = values.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
    double squares = values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    double deviation = values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1));
    return new Figure(mean, deviation, List.copyOf(values));
  }

  /** Returns figures by name, in the order of the alphabet, from those of each seed. */
  static Map<String, Figure> byName(List<Map<String, Double>> seeds) {
    Map<String, List<Double>> values = new TreeMap<>();
    for (Map<String, Double> seed : seeds) {
      seed.forEach(
          (name, value) -> values.computeIfAbsent(name, any -> new ArrayList<>()).add(value));
    }
    Map<String, Figure> figures = new LinkedHashMap<>();
    values.forEach((name, all) -> figures.put(name, of(all)));
    return figures;
  }
}
