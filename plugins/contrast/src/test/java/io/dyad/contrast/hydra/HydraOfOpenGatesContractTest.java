package io.dyad.contrast.hydra;

import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;

/** Without gates it takes the pairs of any sampler. */
class HydraOfOpenGatesContractTest extends LossContract {
  @Override
  protected HydraProvider provider() {
    return new HydraProvider();
  }

  @Override
  protected String options() {
    return "classes = 2, gates = open";
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }
}
