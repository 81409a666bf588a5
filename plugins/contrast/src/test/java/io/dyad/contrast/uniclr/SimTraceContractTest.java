package io.dyad.contrast.uniclr;

import io.dyad.contract.Sharding;
import io.dyad.contrast.aligned.AlignedLossContract;

class SimTraceContractTest extends AlignedLossContract {
  @Override
  protected SimTraceProvider provider() {
    return new SimTraceProvider();
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }

  /** Mean and covariance are constants. */
  @Override
  protected boolean gradientIsWhole(String input) {
    return false;
  }
}
