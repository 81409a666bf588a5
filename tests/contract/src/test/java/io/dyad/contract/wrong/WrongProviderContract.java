package io.dyad.contract.wrong;

import io.dyad.api.LossProvider;
import io.dyad.contract.LossContract;

/** The contract of the provider whose turn it is. */
class WrongProviderContract extends LossContract {
  static ProviderMistake subject = ProviderMistake.CLOSED;

  private final LossProvider<NoOptions> provider = subject.provider();

  @Override
  protected LossProvider<NoOptions> provider() {
    return provider;
  }
}
