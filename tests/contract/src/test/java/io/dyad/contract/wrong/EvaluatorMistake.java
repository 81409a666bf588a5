package io.dyad.contract.wrong;

import io.dyad.api.Evaluator;
import io.dyad.api.Setup;
import io.dyad.contract.ExpectedMetric;
import io.dyad.contract.ProviderContract;
import java.util.List;

/** A wrong evaluator, with what its author declares. */
interface EvaluatorMistake extends Mistake {
  Evaluator make(Setup setup);

  default boolean isIndependentOfOrder() {
    return true;
  }

  default int leastSamples() {
    return 2;
  }

  default boolean needsTestSplit() {
    return true;
  }

  default List<ExpectedMetric> metrics() {
    return List.of(ExpectedMetric.fraction("top1"));
  }

  @Override
  default String contract() {
    return "Evaluator";
  }

  @Override
  default Class<? extends ProviderContract<?>> asSubject() {
    WrongEvaluatorContract.subject = this;
    return WrongEvaluatorContract.class;
  }
}
