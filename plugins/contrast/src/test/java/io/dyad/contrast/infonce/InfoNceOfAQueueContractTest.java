package io.dyad.contrast.infonce;

import io.dyad.api.Encoded;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.contract.Sharding;
import io.dyad.contract.Symmetry;
import io.dyad.contract.harness.SampleRows;
import io.dyad.contract.harness.Size;
import io.dyad.contract.harness.Trial;
import io.dyad.contrast.pairs.QueueRows;
import java.util.Set;

/** Over a twin's keys and a bank, as MoCo has them: samples do not see each other. */
class InfoNceOfAQueueContractTest extends InfoNceContractTest {
  @Override
  protected SampleRows rows(Trial trial, Needs needs, long step) {
    return QueueRows.random(trial, needs, step);
  }

  @Override
  protected Pairs pairs(Encoded encoded, StepContext context) {
    return QueueRows.pairs(encoded, context, false);
  }

  /** The negatives are in the bank. */
  @Override
  protected Size least() {
    return Size.ONE;
  }

  @Override
  protected Sharding sharding() {
    return Sharding.MEAN_OF_SHARDS;
  }

  @Override
  protected Set<Rows> stopped() {
    return Set.of(QueueRows.KEYS, QueueRows.BANK);
  }

  @Override
  protected Set<Symmetry> broken() {
    return Set.of(Symmetry.ORDER_OF_VIEWS);
  }
}
