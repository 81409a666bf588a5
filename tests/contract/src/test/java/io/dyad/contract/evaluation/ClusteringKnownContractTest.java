package io.dyad.contract.evaluation;

import io.dyad.contract.EvaluatorContract;
import io.dyad.contract.ExpectedMetric;
import io.dyad.runtime.evaluation.ClusteringProvider;
import java.util.List;

/** Of three classes two are known, so that three samples are needed for one of each. */
class ClusteringKnownContractTest extends EvaluatorContract {
  @Override
  protected ClusteringProvider provider() {
    return new ClusteringProvider();
  }

  @Override
  protected String options() {
    return "known-classes = [0, 1]";
  }

  @Override
  protected List<ExpectedMetric> metrics() {
    return List.of(
        ExpectedMetric.fraction("all"),
        ExpectedMetric.fraction("old"),
        ExpectedMetric.fraction("new"),
        ExpectedMetric.fraction("nmi"),
        new ExpectedMetric("ari", "index", true, -1, 1));
  }

  @Override
  protected int leastSamples() {
    return 3;
  }
}
