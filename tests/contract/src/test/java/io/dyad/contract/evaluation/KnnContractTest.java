package io.dyad.contract.evaluation;

import io.dyad.contract.EvaluatorContract;
import io.dyad.contract.ExpectedMetric;
import io.dyad.runtime.evaluation.KnnProvider;
import java.util.List;

class KnnContractTest extends EvaluatorContract {
  @Override
  protected KnnProvider provider() {
    return new KnnProvider();
  }

  @Override
  protected String options() {
    return "k = 5";
  }

  @Override
  protected List<ExpectedMetric> metrics() {
    return List.of(ExpectedMetric.fraction("top1"), ExpectedMetric.fraction("top1-centred"));
  }
}
