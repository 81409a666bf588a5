package io.dyad.contract.wrong;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;

/** Makes the loss with the mistake whose turn it is. */
public final class WrongLossProvider implements LossProvider<NoOptions> {
  @Override
  public String name() {
    return "wrong-loss";
  }

  @Override
  public String summary() {
    return "does one thing wrong";
  }

  @Override
  public Class<NoOptions> options() {
    return NoOptions.class;
  }

  @Override
  public Loss create(NoOptions options, Setup setup) {
    return WrongLossContract.subject.make(setup);
  }
}
