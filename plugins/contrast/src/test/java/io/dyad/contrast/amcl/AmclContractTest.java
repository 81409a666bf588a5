package io.dyad.contrast.amcl;

import io.dyad.contract.Sharding;

class AmclContractTest extends HeadsContract {
  @Override
  protected AmclProvider provider() {
    return new AmclProvider();
  }

  @Override
  protected String options() {
    return "beta = 0.1, temperature.hidden = 7";
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }
}
