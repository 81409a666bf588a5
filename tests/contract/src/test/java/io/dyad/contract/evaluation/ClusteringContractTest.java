package io.dyad.contract.evaluation;

import io.dyad.contract.EvaluatorContract;
import io.dyad.contract.ExpectedMetric;
import io.dyad.runtime.evaluation.ClusteringProvider;
import java.util.List;

class ClusteringContractTest extends EvaluatorContract {
  @Override
  protected ClusteringProvider provider() {
    return new ClusteringProvider();
  }

  @Override
  protected List<ExpectedMetric> metrics() {
    return List.of(
        ExpectedMetric.fraction("all"),
        ExpectedMetric.fraction("nmi"),
        new ExpectedMetric("ari", "index", true, -1, 1));
  }
}
