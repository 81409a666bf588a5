package io.dyad.contract.evaluation;

import io.dyad.contract.EvaluatorContract;
import io.dyad.contract.ExpectedMetric;
import io.dyad.runtime.evaluation.LinearProbeProvider;
import java.util.List;

/** Fitted on the first samples of the split, so that their order counts. */
class FewLabelsProbeContractTest extends EvaluatorContract {
  @Override
  protected LinearProbeProvider provider() {
    return new LinearProbeProvider();
  }

  @Override
  protected String options() {
    return "samples = 2, scaling = standard";
  }

  @Override
  protected List<ExpectedMetric> metrics() {
    return List.of(ExpectedMetric.fraction("top1"));
  }

  @Override
  protected boolean isIndependentOfOrder() {
    return false;
  }
}
