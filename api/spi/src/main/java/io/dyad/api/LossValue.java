package io.dyad.api;

import ai.djl.ndarray.NDArray;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The value of a loss: the scalar that is minimised, the named terms it is made of, and further
 * figures to log.
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

  /** Returns a copy with a figure that is logged but not part of the total; detached here. */
  public LossValue observe(String name, NDArray value) {
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

  /** Returns the logged figures by name. */
  public Map<String, NDArray> observations() {
    return observations;
  }

  private static Map<String, NDArray> plus(Map<String, NDArray> map, String name, NDArray value) {
    Map<String, NDArray> copy = new LinkedHashMap<>(map);
    copy.put(name, value);
    return Collections.unmodifiableMap(copy);
  }
}
