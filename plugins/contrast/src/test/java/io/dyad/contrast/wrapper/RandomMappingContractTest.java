package io.dyad.contrast.wrapper;

import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;

class RandomMappingContractTest extends LossContract {
  @Override
  protected RandomMappingProvider provider() {
    return new RandomMappingProvider();
  }

  @Override
  protected String options() {
    return "loss = info-nce, dimensions = 3";
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }
}
