package io.dyad.contrast.hydra;

import io.dyad.contract.PairSamplerContract;

class IdenticalClassPairsContractTest extends PairSamplerContract {
  @Override
  protected ClassPairsProvider provider() {
    return new ClassPairsProvider();
  }

  @Override
  protected String options() {
    return "classes = 100, type = identical, both-ways = true";
  }
}
