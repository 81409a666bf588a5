package io.dyad.contract.wrong;

import io.dyad.api.Evaluator;
import io.dyad.api.EvaluatorProvider;
import io.dyad.api.Setup;

/** Makes the evaluator with the mistake whose turn it is. */
public final class WrongEvaluatorProvider
    implements EvaluatorProvider<NoOptions>, OneThingWrong<Evaluator> {
  @Override
  public String name() {
    return "wrong-evaluator";
  }

  @Override
  public Evaluator create(NoOptions options, Setup setup) {
    return WrongEvaluatorContract.subject.make(setup);
  }
}
