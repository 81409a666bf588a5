package io.dyad.contrast.bacon;

import io.dyad.contract.PairSamplerContract;

class NetworkViewsContractTest extends PairSamplerContract {
  @Override
  protected NetworkViewsProvider provider() {
    return new NetworkViewsProvider();
  }

  @Override
  protected String options() {
    return "output = projection";
  }
}
