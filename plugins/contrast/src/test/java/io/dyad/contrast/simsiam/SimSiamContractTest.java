package io.dyad.contrast.simsiam;

import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.contract.harness.SampleRows;
import io.dyad.contract.harness.Trial;
import io.dyad.contrast.aligned.AlignedLossContract;
import java.util.Set;

/** Predictions against projections, which are stopped. */
class SimSiamContractTest extends AlignedLossContract {
  @Override
  protected SimSiamProvider provider() {
    return new SimSiamProvider();
  }

  @Override
  protected SampleRows rows(Trial trial, Needs needs, long step) {
    return SampleRows.random(trial, needs.output(Embeddings.PREDICTION), step);
  }

  @Override
  protected Pairs pairs(Encoded encoded, StepContext context) {
    return pairs(encoded, context, Embeddings.PREDICTION, rows -> rows);
  }

  @Override
  protected Set<Rows> stopped() {
    return Set.of(
        Rows.of("view-1", Embeddings.PROJECTION), Rows.of("view-2", Embeddings.PROJECTION));
  }
}
