package io.dyad.contrast.vicreg;

import io.dyad.contract.Sharding;
import io.dyad.contract.Symmetry;
import io.dyad.contrast.aligned.AlignedLossContract;
import java.util.Set;

class VicRegContractTest extends AlignedLossContract {
  @Override
  protected VicRegProvider provider() {
    return new VicRegProvider();
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
