package io.dyad.contrast.bacon;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Needs;
import io.dyad.api.Rows;
import io.dyad.api.Targets;
import io.dyad.contract.PairSamplerContract;
import io.dyad.contract.harness.HarnessSetup;
import io.dyad.contract.harness.SampleRows;
import io.dyad.contract.harness.Trial;
import java.util.LinkedHashMap;
import java.util.Map;

/** All classes count alike, so that no sample is left out: who is does not follow the samples. */
class SelfBalancedContractTest extends PairSamplerContract {
  private static final int CLASSES = 4;

  @Override
  protected SelfBalancedProvider provider() {
    return new SelfBalancedProvider();
  }

  @Override
  protected String options() {
    return "epochs-before = 0";
  }

  @Override
  protected void prepare(HarnessSetup setup, Trial trial) {
    super.prepare(setup, trial);
    setup.with(Rows.of("any", "logits").network("pseudo"), new Shape(CLASSES));
  }

  @Override
  protected SampleRows rows(Trial trial, Needs needs, long step) {
    SampleRows random = SampleRows.random(trial, needs, step);
    Map<Rows, NDArray> rows = new LinkedHashMap<>(random.rows());
    for (int view = 1; view <= 2; view++) {
      Rows logits = Rows.of("view-" + view, "logits").network("pseudo");
      rows.put(logits, trial.normal(logits + " " + step, trial.size().batch(), CLASSES));
    }
    return SampleRows.of(
        rows,
        Targets.of(Targets.LABEL, requireNonNull(random.arrays().get("target " + Targets.LABEL))));
  }
}
