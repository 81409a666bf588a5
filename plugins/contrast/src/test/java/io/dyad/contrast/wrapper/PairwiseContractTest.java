package io.dyad.contrast.wrapper;

import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;

class PairwiseContractTest extends LossContract {
  @Override
  protected PairwiseProvider provider() {
    return new PairwiseProvider();
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
