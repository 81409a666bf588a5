package io.dyad.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.StepContext;
import io.dyad.contract.check.Numbers;
import io.dyad.contract.harness.SampleRows;
import io.dyad.contract.harness.Subject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A loss evaluated once.
 *
 * @param inputs what it may be differentiated by: rows that carry gradients, and parameters
 */
record LossStep(LossValue value, Map<String, NDArray> inputs, StepContext context) {
  static LossStep of(
      LossDeclarations contract, Subject<Loss> subject, SampleRows rows, StepContext context) {
    return of(contract, subject, rows, context, contract.pairs(rows.encoded(), context));
  }

  static LossStep of(
      LossDeclarations contract,
      Subject<Loss> subject,
      SampleRows rows,
      StepContext context,
      Pairs pairs) {
    Map<String, NDArray> inputs = inputs(contract, subject, rows);
    LossValue value = subject.component().evaluate(rows.encoded(), pairs, context);
    return new LossStep(value, inputs, context);
  }

  /** Returns the arrays that carry gradients, by name. */
  static Map<String, NDArray> inputs(
      LossDeclarations contract, Subject<Loss> subject, SampleRows rows) {
    Map<String, NDArray> inputs = new LinkedHashMap<>();
    rows.rows()
        .forEach(
            (address, array) -> {
              boolean online = !address.isTarget() && address.bank().isEmpty();
              if (online || contract.stopped().contains(address)) {
                inputs.put(address.toString(), array);
              }
            });
    inputs.putAll(subject.parameters());
    inputs.values().forEach(array -> array.setRequiresGradient(true));
    return inputs;
  }

  double total() {
    return Numbers.scalar(value.total());
  }

  /** Returns the gradients of the total by the name of the input. */
  Map<String, NDArray> gradients() {
    NDList all = context.gradients(value.total(), new NDList(inputs.values()), false);
    Map<String, NDArray> named = new LinkedHashMap<>();
    inputs.keySet().forEach(name -> named.put(name, all.get(named.size())));
    return named;
  }

  /** Returns the total and the terms by name. */
  Map<String, NDArray> scalars() {
    Map<String, NDArray> all = new LinkedHashMap<>();
    all.put("total", value.total());
    value.terms().forEach((name, term) -> all.put("term " + name, term));
    return all;
  }

  /** Returns all numbers there are. */
  Map<String, NDArray> numbers() {
    Map<String, NDArray> all = scalars();
    value.observations().forEach((name, seen) -> all.put("observation " + name, seen));
    gradients().forEach((name, gradient) -> all.put("gradient of " + name, gradient));
    return all;
  }

  void assertFinite() {
    numbers()
        .forEach(
            (name, array) ->
                assertThat(Numbers.largest(array))
                    .as("the largest number of %s", name)
                    .matches(Double::isFinite));
  }

  /** Returns whether an optimiser would move anything: a finite value with a gradient. */
  boolean teaches() {
    double steepest =
        gradients().values().stream().mapToDouble(Numbers::largest).reduce(0, Math::max);
    return Double.isFinite(total()) && Double.isFinite(steepest) && steepest > 1e-9;
  }
}
