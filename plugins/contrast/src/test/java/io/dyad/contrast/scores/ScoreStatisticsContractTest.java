package io.dyad.contrast.scores;

import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;

class ScoreStatisticsContractTest extends LossContract {
  @Override
  protected ScoreStatisticsProvider provider() {
    return new ScoreStatisticsProvider();
  }

  @Override
  protected String options() {
    return "loss = info-nce";
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }
}
