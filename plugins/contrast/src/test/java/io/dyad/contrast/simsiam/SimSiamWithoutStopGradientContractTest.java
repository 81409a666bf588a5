package io.dyad.contrast.simsiam;

import io.dyad.contrast.aligned.AlignedLossContract;

class SimSiamWithoutStopGradientContractTest extends AlignedLossContract {
  @Override
  protected SimSiamProvider provider() {
    return new SimSiamProvider();
  }

  @Override
  protected String options() {
    return "stop-gradient = false";
  }
}
