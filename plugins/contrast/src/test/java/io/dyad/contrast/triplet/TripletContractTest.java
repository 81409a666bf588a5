package io.dyad.contrast.triplet;

import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;

class TripletContractTest extends LossContract {
  @Override
  protected TripletProvider provider() {
    return new TripletProvider();
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }
}
