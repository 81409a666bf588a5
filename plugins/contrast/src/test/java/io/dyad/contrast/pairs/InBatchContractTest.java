package io.dyad.contrast.pairs;

import io.dyad.contract.PairSamplerContract;

class InBatchContractTest extends PairSamplerContract {
  @Override
  protected InBatchProvider provider() {
    return new InBatchProvider();
  }
}
