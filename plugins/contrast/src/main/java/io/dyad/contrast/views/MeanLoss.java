package io.dyad.contrast.views;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Contrast;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.toolkit.kernel.Scalars;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The mean of several values of one loss. */
public final class MeanLoss {
  private MeanLoss() {}

  /**
   * Returns the mean of a loss over the contrasts of the pairs.
   *
   * @param loss who asks, for messages
   * @throws io.dyad.api.ConfigurationException if there is no contrast
   */
  public static LossValue over(String loss, Pairs pairs, Function<Contrast, LossValue> each) {
    return of(Contrasts.of(loss, pairs).stream().map(each).toList());
  }

  /**
   * Returns the mean of totals, terms and figures by name.
   *
   * @param values at least one, with the same names
   */
  public static LossValue of(List<LossValue> values) {
    LossValue first = values.get(0);
    if (values.size() == 1) {
      return first;
    }
    LossValue mean = LossValue.of(mean(values, LossValue::total));
    mean = named(mean, values, LossValue::terms, LossValue::term);
    return named(mean, values, LossValue::observations, LossValue::observe);
  }

  private static LossValue named(
      LossValue start,
      List<LossValue> values,
      Function<LossValue, Map<String, NDArray>> part,
      Adder add) {
    LossValue result = start;
    for (String name : part.apply(values.get(0)).keySet()) {
      result = add.add(result, name, mean(values, value -> named(part.apply(value), name)));
    }
    return result;
  }

  private static NDArray named(Map<String, NDArray> all, String name) {
    NDArray found = all.get(name);
    if (found == null) {
      throw new IllegalStateException("no \"" + name + "\" among " + all.keySet());
    }
    return found;
  }

  private static NDArray mean(List<LossValue> values, Function<LossValue, NDArray> part) {
    NDArray sum = values.stream().map(part).reduce(NDArray::add).orElseThrow();
    return sum.div(Scalars.of(sum, values.size()));
  }

  /** {@link LossValue#term} or {@link LossValue#observe}. */
  private interface Adder {
    LossValue add(LossValue to, String name, NDArray value);
  }
}
