package io.dyad.contrast.infonce;

import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;
import io.dyad.contract.harness.Size;

/** Over pairs that follow a pattern, as {@code in-batch} makes them. */
class InfoNceContractTest extends LossContract {
  @Override
  protected InfoNceProvider provider() {
    return new InfoNceProvider();
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
