package io.dyad.contract.wrong;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;

/** Makes the loss with the mistake whose turn it is. */
public final class WrongLossProvider implements LossProvider<NoOptions>, OneThingWrong<Loss> {
  @Override
  public String name() {
    return "wrong-loss";
  }

  @Override
  public Loss create(NoOptions options, Setup setup) {
    return WrongLossContract.subject.make(setup);
  }
}
