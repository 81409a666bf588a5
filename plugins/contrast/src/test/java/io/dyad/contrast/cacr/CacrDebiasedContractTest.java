package io.dyad.contrast.cacr;

import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;
import io.dyad.contract.Symmetry;
import java.util.Set;

class CacrDebiasedContractTest extends LossContract {
  @Override
  protected CacrProvider provider() {
    return new CacrProvider();
  }

  @Override
  protected String options() {
    return "debias = 0.1";
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
