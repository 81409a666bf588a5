package io.dyad.contrast.dcl;

import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;
import io.dyad.contract.harness.Size;

class DclwContractTest extends LossContract {
  @Override
  protected DclwProvider provider() {
    return new DclwProvider();
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

  /** The weights of the positives are constants. */
  @Override
  protected boolean gradientIsWhole(String input) {
    return false;
  }
}
