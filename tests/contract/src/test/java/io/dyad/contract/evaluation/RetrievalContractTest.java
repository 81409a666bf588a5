package io.dyad.contract.evaluation;

import io.dyad.contract.EvaluatorContract;
import io.dyad.contract.ExpectedMetric;
import io.dyad.runtime.evaluation.RetrievalProvider;
import java.util.List;

/** At a depth of one, since at ten neighbours even random labels are nearly always found. */
class RetrievalContractTest extends EvaluatorContract {
  @Override
  protected RetrievalProvider provider() {
    return new RetrievalProvider();
  }

  @Override
  protected String options() {
    return "k = [1]";
  }

  @Override
  protected List<ExpectedMetric> metrics() {
    return List.of(
        ExpectedMetric.fraction("recall-at-1"),
        ExpectedMetric.fraction("map-at-r"),
        ExpectedMetric.fraction("precision-at-1"));
  }

  @Override
  protected int leastSamples() {
    return 1;
  }
}
