package io.dyad.contrast.transformation;

import io.dyad.api.Encoded;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.contract.LossContract;
import io.dyad.contract.Symmetry;
import io.dyad.contract.harness.SampleRows;
import io.dyad.contract.harness.Trial;
import io.dyad.contrast.pairs.QueueRows;
import java.util.Set;

class FeatureTransformationContractTest extends LossContract {
  @Override
  protected FeatureTransformationProvider provider() {
    return new FeatureTransformationProvider();
  }

  @Override
  protected String options() {
    return "loss { use = info-nce, normalize = false }";
  }

  @Override
  protected SampleRows rows(Trial trial, Needs needs, long step) {
    return QueueRows.random(trial, needs, step);
  }

  @Override
  protected Pairs pairs(Encoded encoded, StepContext context) {
    return QueueRows.pairs(encoded, context, false);
  }

  @Override
  protected Set<Symmetry> broken() {
    return Set.of(Symmetry.ORDER_OF_VIEWS);
  }

  @Override
  protected Set<Rows> stopped() {
    return Set.of(QueueRows.KEYS, QueueRows.BANK);
  }
}
