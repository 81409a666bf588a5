package io.dyad.contrast.uniclr;

import io.dyad.contract.Sharding;
import io.dyad.contrast.aligned.AlignedLossContract;

class SimWhiteningOfRunningStatisticsContractTest extends AlignedLossContract {
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
    return "statistics = running, retention = 0.1, logit-divisor = samples";
  }

  /** What one direction put into the statistics is a constant to the other. */
  @Override
  protected boolean gradientIsWhole(String input) {
    return false;
  }
}
