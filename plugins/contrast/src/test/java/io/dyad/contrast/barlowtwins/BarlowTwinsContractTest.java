package io.dyad.contrast.barlowtwins;

import io.dyad.contract.Sharding;
import io.dyad.contract.Symmetry;
import io.dyad.contrast.aligned.AlignedLossContract;
import java.util.Set;

class BarlowTwinsContractTest extends AlignedLossContract {
  @Override
  protected BarlowTwinsProvider provider() {
    return new BarlowTwinsProvider();
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }

  @Override
  protected Set<Symmetry> broken() {
    return Set.of(Symmetry.LENGTH_OF_ROWS);
  }
}
