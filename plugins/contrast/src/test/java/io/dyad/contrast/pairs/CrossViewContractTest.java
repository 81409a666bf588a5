package io.dyad.contrast.pairs;

import io.dyad.contract.PairSamplerContract;

class CrossViewContractTest extends PairSamplerContract {
  @Override
  protected CrossViewProvider provider() {
    return new CrossViewProvider();
  }
}
