package io.dyad.contract.evaluation;

import io.dyad.contract.EvaluatorContract;
import io.dyad.contract.ExpectedMetric;
import io.dyad.runtime.evaluation.LinearProbeProvider;
import java.util.List;

/** Fitted by mini-batches in an order drawn from the seed. */
class StochasticProbeContractTest extends EvaluatorContract {
  @Override
  protected LinearProbeProvider provider() {
    return new LinearProbeProvider();
  }

  @Override
  protected String options() {
    return "solver = sgd, descent { epochs = 20, batch-size = 8 }";
  }

  @Override
  protected List<ExpectedMetric> metrics() {
    return List.of(ExpectedMetric.fraction("top1"));
  }
}
