package io.dyad.contrast.co2;

import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;
import io.dyad.contract.harness.Size;

class Co2ContractTest extends LossContract {
  @Override
  protected Co2Provider provider() {
    return new Co2Provider();
  }

  @Override
  protected String options() {
    return "temperature = 0.5";
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
