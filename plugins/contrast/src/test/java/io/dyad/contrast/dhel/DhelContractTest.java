package io.dyad.contrast.dhel;

import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;

class DhelContractTest extends LossContract {
  @Override
  protected DhelProvider provider() {
    return new DhelProvider();
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }
}
