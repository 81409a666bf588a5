package io.dyad.contrast.uniclr;

import io.dyad.contract.Sharding;
import io.dyad.contrast.aligned.AlignedLossContract;

class SimWhiteningContractTest extends AlignedLossContract {
  @Override
  protected SimWhiteningProvider provider() {
    return new SimWhiteningProvider();
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }

  @Override
  protected String options() {
    return "symmetric-weight = 0.1";
  }
}
