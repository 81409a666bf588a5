package io.dyad.contrast.hydra;

import io.dyad.contract.PairSamplerContract;

class ClassPairsContractTest extends PairSamplerContract {
  @Override
  protected ClassPairsProvider provider() {
    return new ClassPairsProvider();
  }

  @Override
  protected String options() {
    return "classes = 100";
  }

  /** Partners are drawn by the place in the batch. */
  @Override
  protected boolean followsTheSamples() {
    return false;
  }
}
