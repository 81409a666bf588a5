package io.dyad.contrast.wrapper;

import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;
import io.dyad.contract.harness.Size;

class PairwiseContractTest extends LossContract {
  @Override
  protected PairwiseProvider provider() {
    return new PairwiseProvider();
  }

  @Override
  protected String options() {
    return "loss = info-nce";
  }

  /** One sample has no negatives among its pairs, which is for the sampler to refuse. */
  @Override
  protected Size least() {
    return Size.ONE.batch(2);
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }
}
