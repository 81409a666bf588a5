package io.dyad.contrast.mvinfonce;

import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;

class MvInfoNceContractTest extends LossContract {
  @Override
  protected MvInfoNceProvider provider() {
    return new MvInfoNceProvider();
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }
}
