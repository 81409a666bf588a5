package io.dyad.contrast.byol;

import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Needs;
import io.dyad.api.Network;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.contract.harness.SampleRows;
import io.dyad.contract.harness.Trial;
import io.dyad.contrast.aligned.AlignedLossContract;
import java.util.Set;

/** Predictions against projections of the twin. */
class ByolContractTest extends AlignedLossContract {
  @Override
  protected ByolProvider provider() {
    return new ByolProvider();
  }

  @Override
  protected SampleRows rows(Trial trial, Needs needs, long step) {
    return SampleRows.random(trial, needs.output(Embeddings.PREDICTION).twin(Network.MAIN), step);
  }

  @Override
  protected Pairs pairs(Encoded encoded, StepContext context) {
    return pairs(encoded, context, Embeddings.PREDICTION, Rows::target);
  }

  @Override
  protected Set<Rows> stopped() {
    return Set.of(
        Rows.of("view-1", Embeddings.PROJECTION).target(),
        Rows.of("view-2", Embeddings.PROJECTION).target());
  }
}
