package io.dyad.contrast.dhel;

import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;

class MvDhelContractTest extends LossContract {
  @Override
  protected MvDhelProvider provider() {
    return new MvDhelProvider();
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }
}
