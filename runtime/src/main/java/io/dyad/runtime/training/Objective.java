package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.toolkit.kernel.Scalars;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The weighted sum of some terms. */
final class Objective {
  private Objective() {}

  /**
   * Samples the pairs of all terms, then evaluates the losses and adds them up. Terms keep the
   * names under which the configuration has them: {@code contrast} and {@code contrast.PART} for
   * the parts a loss reports.
   */
  static LossValue evaluate(List<Term> terms, Encoding encoded, Frame frame) {
    List<Pairs> pairs = new ArrayList<>();
    for (Term term : terms) {
      Pairs sampled =
          term.pairs().made(sampler -> sampler.sample(encoded, frame.step(term.pairs().path())));
      encoded.origin().expect(sampled);
      pairs.add(sampled);
    }
    List<LossValue> values = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      Pairs sampled = pairs.get(i);
      values.add(
          term.loss()
              .made(loss -> loss.evaluate(encoded, sampled, frame.step(term.loss().path()))));
    }
    return sum(terms, pairs, values);
  }

  private static LossValue sum(List<Term> terms, List<Pairs> pairs, List<LossValue> values) {
    NDArray total = weighted(terms.get(0), values.get(0));
    for (int i = 1; i < terms.size(); i++) {
      total = total.add(weighted(terms.get(i), values.get(i)));
    }
    LossValue result = LossValue.of(total);
    for (int i = 0; i < terms.size(); i++) {
      String name = terms.get(i).name();
      result = result.term(name, values.get(i).total());
      for (Map.Entry<String, NDArray> part : values.get(i).terms().entrySet()) {
        result = result.term(name + "." + part.getKey(), part.getValue());
      }
      result = observed(result, name, pairs.get(i).observations());
      result = observed(result, name, values.get(i).observations());
    }
    return result;
  }

  private static LossValue observed(LossValue value, String term, Map<String, NDArray> seen) {
    LossValue result = value;
    for (Map.Entry<String, NDArray> each : seen.entrySet()) {
      result = result.observe(term + "." + each.getKey(), each.getValue());
    }
    return result;
  }

  private static NDArray weighted(Term term, LossValue value) {
    NDArray total = value.total();
    return term.weight() == 1 ? total : total.mul(Scalars.of(total, term.weight()));
  }
}
