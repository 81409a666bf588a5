package io.dyad.contrast.pairs;

import io.dyad.contract.PairSamplerContract;

class CropsContractTest extends PairSamplerContract {
  @Override
  protected CropsProvider provider() {
    return new CropsProvider();
  }
}
