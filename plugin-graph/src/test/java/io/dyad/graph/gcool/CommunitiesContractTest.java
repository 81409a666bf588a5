package io.dyad.graph.gcool;

import io.dyad.api.Needs;
import io.dyad.contract.LossContract;
import io.dyad.contract.Sharding;
import io.dyad.contract.Symmetry;
import io.dyad.contract.harness.SampleRows;
import io.dyad.contract.harness.Trial;
import java.util.Set;

/** Two views of a ring, which does not move along when rows change places. */
class CommunitiesContractTest extends LossContract {
  @Override
  protected CommunitiesProvider provider() {
    return new CommunitiesProvider();
  }

  @Override
  protected String options() {
    return "communities = 3";
  }

  @Override
  protected SampleRows rows(Trial trial, Needs needs, long step) {
    return super.rows(trial, needs, step).seenAs(RingGraphs::of);
  }

  @Override
  protected Set<Symmetry> broken() {
    return Set.of(Symmetry.ORDER_OF_SAMPLES);
  }

  @Override
  protected Sharding sharding() {
    return Sharding.WHOLE_BATCH;
  }

  /** Rows are read without a gradient where they become communities and centroids. */
  @Override
  protected boolean gradientIsWhole(String input) {
    return input.endsWith("centers");
  }
}
