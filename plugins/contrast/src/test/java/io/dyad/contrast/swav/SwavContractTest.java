package io.dyad.contrast.swav;

import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;

/** Two views that predict each other: all rows and prototypes are part of codes, too. */
class SwavContractTest extends LossContract {
  @Override
  protected SwavProvider provider() {
    return new SwavProvider();
  }

  @Override
  protected String options() {
    return "prototypes = [3, 5]";
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }

  @Override
  protected boolean gradientIsWhole(String input) {
    return false;
  }
}
