package io.dyad.contrast.pairs;

import io.dyad.contract.PairSamplerContract;

class LabelsContractTest extends PairSamplerContract {
  @Override
  protected LabelsProvider provider() {
    return new LabelsProvider();
  }
}
