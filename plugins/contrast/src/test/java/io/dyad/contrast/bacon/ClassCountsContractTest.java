package io.dyad.contrast.bacon;

import io.dyad.contract.EvaluatorContract;
import io.dyad.contract.ExpectedMetric;
import java.util.List;

/** All labels are known, so that they are the truth, too. */
class ClassCountsContractTest extends EvaluatorContract {
  @Override
  protected ClassCountsProvider provider() {
    return new ClassCountsProvider();
  }

  @Override
  protected String options() {
    return "classes = 3, truth = label";
  }

  @Override
  protected List<ExpectedMetric> metrics() {
    return List.of(new ExpectedMetric("total-variation", "fraction", false, 0, 1));
  }

  @Override
  protected int leastSamples() {
    return 3;
  }

  @Override
  protected boolean needsTestSplit() {
    return false;
  }
}
