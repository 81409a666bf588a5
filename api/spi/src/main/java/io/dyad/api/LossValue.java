package io.dyad.api;

import ai.djl.ndarray.NDArray;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The value of a loss: the scalar that is minimised, the named terms it is made of, and further
 * figures and histograms to log.
 *
 * @since 0.1
 */
@Stable
public final class LossValue {
  private final NDArray total;
  private final Map<String, NDArray> terms;
  private final Map<String, NDArray> observations;

  private LossValue(NDArray total, Map<String, NDArray> terms, Map<String, NDArray> observations) {
    this.total = total;
    this.terms = terms;
    this.observations = observations;
  }

  /** Returns a value; {@code total} is a scalar of shape (). */
  public static LossValue of(NDArray total) {
    return new LossValue(total, Map.of(), Map.of());
  }

  /** Returns a copy that names a term of the total, a scalar. */
  public LossValue term(String name, NDArray value) {
    return new LossValue(total, plus(terms, name, value), observations);
  }

  /**
   * Returns a copy with an observation that is logged but not part of the total; detached here.
   *
   * @param value a scalar, logged as a figure, or an array of rank 1, such as the scores of all
   *     pairs: logged as the histogram of its numbers, but for those that are not finite
   * @throws IllegalArgumentException if the rank is higher
   */
  public LossValue observe(String name, NDArray value) {
    if (value.getShape().dimension() > 1) {
      throw new IllegalArgumentException(
          "the observation \"%s\" must be a scalar or of rank 1, got %s"
              .formatted(name, value.getShape()));
    }
    return new LossValue(total, terms, plus(observations, name, value.stopGradient()));
  }

  /** Returns the scalar that is minimised. */
  public NDArray total() {
    return total;
  }

  /** Returns the terms by name. */
  public Map<String, NDArray> terms() {
    return terms;
  }

  /** Returns what is logged by name, scalars and arrays of rank 1. */
  public Map<String, NDArray> observations() {
    return observations;
  }

  private static Map<String, NDArray> plus(Map<String, NDArray> map, String name, NDArray value) {
    Map<String, NDArray> copy = new LinkedHashMap<>(map);
    copy.put(name, value);
    return Collections.unmodifiableMap(copy);
  }
}
