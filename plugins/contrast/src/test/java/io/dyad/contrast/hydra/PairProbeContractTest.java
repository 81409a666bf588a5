package io.dyad.contrast.hydra;

import io.dyad.contract.EvaluatorContract;
import io.dyad.contract.ExpectedMetric;
import java.util.List;

class PairProbeContractTest extends EvaluatorContract {
  @Override
  protected PairProbeProvider provider() {
    return new PairProbeProvider();
  }

  @Override
  protected String options() {
    return "classes = 3, pairs = [\"0-1\"]";
  }

  @Override
  protected List<ExpectedMetric> metrics() {
    return List.of(ExpectedMetric.fraction("listed-pairs"), ExpectedMetric.fraction("other-pairs"));
  }

  /** One of each class. */
  @Override
  protected int leastSamples() {
    return 3;
  }
}
