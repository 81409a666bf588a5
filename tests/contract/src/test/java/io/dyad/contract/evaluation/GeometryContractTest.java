package io.dyad.contract.evaluation;

import io.dyad.contract.EvaluatorContract;
import io.dyad.contract.ExpectedMetric;
import io.dyad.runtime.evaluation.GeometryProvider;
import java.util.List;

class GeometryContractTest extends EvaluatorContract {
  @Override
  protected GeometryProvider provider() {
    return new GeometryProvider();
  }

  @Override
  protected List<ExpectedMetric> metrics() {
    return List.of(
        new ExpectedMetric("effective-rank", "dimensions", true, 0, size().width()),
        new ExpectedMetric("deviation", "ratio", true, 0, 1),
        new ExpectedMetric("uniformity", "nats", false, -8, 0));
  }

  @Override
  protected boolean needsLabels() {
    return false;
  }

  @Override
  protected boolean needsTestSplit() {
    return false;
  }
}
