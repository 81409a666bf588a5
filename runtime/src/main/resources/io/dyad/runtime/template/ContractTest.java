package ${package};

import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;

/** What holds for every loss; what this one lacks is declared, and then the opposite is checked. */
class ${type}LossContractTest extends LossContract {
  @Override
  protected ${type}LossProvider provider() {
    return new ${type}LossProvider();
  }

  /** The logarithm of a mean over all pairs is no mean over samples. */
  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }
}
