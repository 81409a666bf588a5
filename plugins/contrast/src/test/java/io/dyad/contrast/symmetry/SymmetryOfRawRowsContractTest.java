package io.dyad.contrast.symmetry;

import io.dyad.contract.Sharding;
import io.dyad.contract.Symmetry;
import io.dyad.contrast.aligned.AlignedLossContract;
import java.util.Set;

class SymmetryOfRawRowsContractTest extends AlignedLossContract {
  @Override
  protected SymmetryProvider provider() {
    return new SymmetryProvider();
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }

  @Override
  protected Set<Symmetry> broken() {
    return Set.of(Symmetry.LENGTH_OF_ROWS);
  }

  @Override
  protected String options() {
    return "normalize = false, divisor = samples";
  }
}
