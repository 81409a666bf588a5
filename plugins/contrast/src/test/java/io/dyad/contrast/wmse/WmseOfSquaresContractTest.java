package io.dyad.contrast.wmse;

import io.dyad.contract.Sharding;
import io.dyad.contract.Symmetry;
import io.dyad.contrast.aligned.AlignedLossContract;
import java.util.Set;

class WmseOfSquaresContractTest extends AlignedLossContract {
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
    return Set.of(Symmetry.LENGTH_OF_ROWS, Symmetry.ORDER_OF_SAMPLES);
  }

  @Override
  protected String options() {
    return "sub-batch = 3, epsilon = 0.1, iterations = 2, normalize = false";
  }
}
