package io.dyad.contrast.wrapper;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.StepContext;
import io.dyad.contrast.views.Contrasts;
import io.dyad.toolkit.kernel.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Adds up losses; a term keeps its name, and what it is made of is called {@code NAME.PART}. */
final class WeightedSum implements Loss {
  private final List<Term> terms;

  WeightedSum(List<Term> terms) {
    this.terms = terms;
  }

  /** A loss with its name and factor. */
  record Term(String name, Loss loss, double weight) {
    NDArray weighted(LossValue value) {
      NDArray total = value.total();
      return total.mul(Scalars.of(total, weight));
    }

    LossValue addTo(LossValue sum, LossValue value) {
      LossValue result = sum.term(name, value.total());
      for (Map.Entry<String, NDArray> part : value.terms().entrySet()) {
        result = result.term(name + "." + part.getKey(), part.getValue());
      }
      for (Map.Entry<String, NDArray> seen : value.observations().entrySet()) {
        result = result.observe(name + "." + seen.getKey(), seen.getValue());
      }
      return result;
    }
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    Contrasts.of("weighted-sum", pairs);
    List<LossValue> values = new ArrayList<>();
    terms.forEach(term -> values.add(term.loss().evaluate(encoded, pairs, context)));
    NDArray total = terms.get(0).weighted(values.get(0));
    for (int i = 1; i < terms.size(); i++) {
      total = total.add(terms.get(i).weighted(values.get(i)));
    }
    LossValue sum = LossValue.of(total);
    for (int i = 0; i < terms.size(); i++) {
      sum = terms.get(i).addTo(sum, values.get(i));
    }
    return sum;
  }
}
