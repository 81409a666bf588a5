package io.dyad.contrast.infonce;

import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;

/** Over pairs that follow a pattern, as {@code in-batch} makes them. */
class InfoNceContractTest extends LossContract {
  @Override
  protected InfoNceProvider provider() {
    return new InfoNceProvider();
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }
}
