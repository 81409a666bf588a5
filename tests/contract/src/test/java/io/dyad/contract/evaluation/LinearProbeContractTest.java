package io.dyad.contract.evaluation;

import io.dyad.contract.EvaluatorContract;
import io.dyad.contract.ExpectedMetric;
import io.dyad.runtime.evaluation.LinearProbeProvider;
import java.util.List;

class LinearProbeContractTest extends EvaluatorContract {
  @Override
  protected LinearProbeProvider provider() {
    return new LinearProbeProvider();
  }

  @Override
  protected List<ExpectedMetric> metrics() {
    return List.of(ExpectedMetric.fraction("top1"));
  }
}
