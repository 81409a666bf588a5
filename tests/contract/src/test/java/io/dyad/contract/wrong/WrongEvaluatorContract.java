package io.dyad.contract.wrong;

import io.dyad.contract.EvaluatorContract;
import io.dyad.contract.ExpectedMetric;
import java.util.List;

/** The contract of the mistake whose turn it is. */
class WrongEvaluatorContract extends EvaluatorContract {
  static EvaluatorMistake subject = WrongEvaluator.NO_UNIT;

  @Override
  protected WrongEvaluatorProvider provider() {
    return new WrongEvaluatorProvider();
  }

  @Override
  protected boolean isIndependentOfOrder() {
    return subject.isIndependentOfOrder();
  }

  @Override
  protected int leastSamples() {
    return subject.leastSamples();
  }

  @Override
  protected boolean needsTestSplit() {
    return subject.needsTestSplit();
  }

  @Override
  protected List<ExpectedMetric> metrics() {
    return subject.metrics();
  }
}
