package io.dyad.contrast.dhel;

import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;
import io.dyad.contract.Symmetry;
import java.util.Set;

/** With energies of the first view only. */
class DhelOfOneViewContractTest extends LossContract {
  @Override
  protected DhelProvider provider() {
    return new DhelProvider();
  }

  @Override
  protected String options() {
    return "both-views-in-denominator = false";
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }

  @Override
  protected Set<Symmetry> broken() {
    return Set.of(Symmetry.ORDER_OF_VIEWS);
  }
}
