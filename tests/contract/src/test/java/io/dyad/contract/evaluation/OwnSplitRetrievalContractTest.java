package io.dyad.contract.evaluation;

import io.dyad.contract.EvaluatorContract;
import io.dyad.contract.ExpectedMetric;
import io.dyad.runtime.evaluation.RetrievalProvider;
import java.util.List;

/** Within one split; that needs two samples of a class, of which the fourth is the first. */
class OwnSplitRetrievalContractTest extends EvaluatorContract {
  @Override
  protected RetrievalProvider provider() {
    return new RetrievalProvider();
  }

  @Override
  protected String options() {
    return "k = [1], bank = train, query = train";
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
    return 4;
  }

  @Override
  protected boolean needsTestSplit() {
    return false;
  }
}
