package io.dyad.contrast.pairs;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Needs;
import io.dyad.api.Rows;
import io.dyad.contract.PairSamplerContract;
import io.dyad.contract.harness.SampleRows;
import io.dyad.contract.harness.Trial;
import java.util.LinkedHashMap;
import java.util.Map;

class NeighboursContractTest extends PairSamplerContract {
  @Override
  protected NeighboursProvider provider() {
    return new NeighboursProvider();
  }

  @Override
  protected SampleRows rows(Trial trial, Needs needs, long step) {
    SampleRows views = SampleRows.random(trial, needs, step);
    Map<Rows, NDArray> rows = new LinkedHashMap<>(views.rows());
    rows.put(Rows.bank("support"), trial.normal("support", 500, trial.size().width()));
    return SampleRows.of(rows, views.encoded().batch().targets());
  }
}
