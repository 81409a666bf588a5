package io.dyad.contrast.wrapper;

import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;

class AverageViewContractTest extends LossContract {
  @Override
  protected AverageViewProvider provider() {
    return new AverageViewProvider();
  }

  @Override
  protected String options() {
    return "loss = info-nce";
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }
}
