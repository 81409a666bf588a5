package io.dyad.contrast.wrapper;

import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;

class WeightedSumContractTest extends LossContract {
  @Override
  protected WeightedSumProvider provider() {
    return new WeightedSumProvider();
  }

  @Override
  protected String options() {
    return "terms { first { loss = info-nce, weight = 2 }, second { loss = mv-dhel, weight = -0.5 } }";
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }
}
