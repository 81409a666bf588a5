package io.dyad.contrast.co2;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Encoded;
import io.dyad.api.Needs;
import io.dyad.api.Network;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.Targets;
import io.dyad.contract.LossContract;
import io.dyad.contract.Symmetry;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.SampleRows;
import io.dyad.contract.harness.Trial;
import io.dyad.contrast.pairs.QueueOptions;
import io.dyad.contrast.pairs.QueueProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A query and the key of a twin over the rows of a bank, which both get no gradient. */
class Co2OfAQueueContractTest extends LossContract {
  @Override
  protected Co2Provider provider() {
    return new Co2Provider();
  }

  @Override
  protected String options() {
    return "temperature = 0.5, positive-included = false";
  }

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

  @Override
  protected Set<Rows> stopped() {
    return Set.of(Rows.of("view-2", "projection").target(), Rows.bank("queue"));
  }

  @Override
  protected Set<Symmetry> broken() {
    return Set.of(Symmetry.ORDER_OF_VIEWS);
  }
}
