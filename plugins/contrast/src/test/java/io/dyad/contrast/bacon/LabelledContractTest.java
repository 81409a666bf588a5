package io.dyad.contrast.bacon;

import io.dyad.contract.PairSamplerContract;

class LabelledContractTest extends PairSamplerContract {
  @Override
  protected LabelledProvider provider() {
    return new LabelledProvider();
  }
}
