package io.dyad.contrast.wmse;

import io.dyad.contract.Sharding;
import io.dyad.contract.Symmetry;
import io.dyad.contrast.aligned.AlignedLossContract;
import java.util.Set;

class WmseContractTest extends AlignedLossContract {
  @Override
  protected WmseProvider provider() {
    return new WmseProvider();
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }

  @Override
  protected Set<Symmetry> broken() {
    return Set.of(Symmetry.LENGTH_OF_ROWS);
  }

  /** The check of threads has rows wider than a sub-batch, which only epsilon allows. */
  @Override
  protected String options() {
    return "sub-batch = 6, epsilon = 0.1";
  }
}
