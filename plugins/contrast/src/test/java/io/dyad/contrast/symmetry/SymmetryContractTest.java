package io.dyad.contrast.symmetry;

import io.dyad.contract.Sharding;
import io.dyad.contrast.aligned.AlignedLossContract;

class SymmetryContractTest extends AlignedLossContract {
  @Override
  protected SymmetryProvider provider() {
    return new SymmetryProvider();
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }
}
