package io.dyad.contrast.mvinfonce;

import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;

class MvInfoNceAsPrintedContractTest extends LossContract {
  @Override
  protected MvInfoNceProvider provider() {
    return new MvInfoNceProvider();
  }

  @Override
  protected String options() {
    return "form = as-printed";
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }
}
