package io.dyad.contrast.infonce;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Encoded;
import io.dyad.api.Needs;
import io.dyad.api.Network;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.Targets;
import io.dyad.contract.Sharding;
import io.dyad.contract.Symmetry;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.SampleRows;
import io.dyad.contract.harness.Size;
import io.dyad.contract.harness.Trial;
import io.dyad.contrast.pairs.QueueOptions;
import io.dyad.contrast.pairs.QueueProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Over a twin's keys and a bank, as MoCo has them: samples do not see each other. */
class InfoNceOfAQueueContractTest extends InfoNceContractTest {
  @Override
  protected SampleRows rows(Trial trial, Needs needs, long step) {
    SampleRows views = SampleRows.random(trial, needs.twin(Network.MAIN), step);
    Map<Rows, NDArray> rows = new LinkedHashMap<>(views.rows());
    rows.put(Rows.bank("queue"), trial.normal("queue", 9, trial.size().width()));
    return SampleRows.of(rows, Targets.NONE);
  }

  @Override
  protected Pairs pairs(Encoded encoded, StepContext context) {
    try (Harness harness = new Harness()) {
      return new QueueProvider()
          .create(
              new QueueOptions("projection", "projection", true, "queue", false, true),
              harness.setup())
          .sample(encoded, context);
    }
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
    return Set.of(Rows.of("view-2", "projection").target(), Rows.bank("queue"));
  }

  @Override
  protected Set<Symmetry> broken() {
    return Set.of(Symmetry.ORDER_OF_VIEWS);
  }
}
