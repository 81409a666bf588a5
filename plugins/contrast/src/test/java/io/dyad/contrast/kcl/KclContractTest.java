package io.dyad.contrast.kcl;

import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;

class KclContractTest extends LossContract {
  @Override
  protected KclProvider provider() {
    return new KclProvider();
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }
}
