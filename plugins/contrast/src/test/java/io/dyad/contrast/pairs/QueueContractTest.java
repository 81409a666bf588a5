package io.dyad.contrast.pairs;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Needs;
import io.dyad.api.Rows;
import io.dyad.api.Targets;
import io.dyad.contract.PairSamplerContract;
import io.dyad.contract.harness.SampleRows;
import io.dyad.contract.harness.Trial;
import java.util.LinkedHashMap;
import java.util.Map;

class QueueContractTest extends PairSamplerContract {
  @Override
  protected QueueProvider provider() {
    return new QueueProvider();
  }

  @Override
  protected SampleRows rows(Trial trial, Needs needs, long step) {
    SampleRows views = SampleRows.random(trial, needs, step);
    Map<Rows, NDArray> rows = new LinkedHashMap<>(views.rows());
    rows.put(Rows.bank("queue"), trial.normal("queue", 9, trial.size().width()));
    return SampleRows.of(rows, Targets.NONE);
  }
}
