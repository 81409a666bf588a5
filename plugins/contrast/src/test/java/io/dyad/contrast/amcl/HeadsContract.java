package io.dyad.contrast.amcl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Embeddings;
import io.dyad.api.Needs;
import io.dyad.api.Rows;
import io.dyad.api.Targets;
import io.dyad.contract.LossContract;
import io.dyad.contract.harness.HarnessSetup;
import io.dyad.contract.harness.SampleRows;
import io.dyad.contract.harness.Trial;
import java.util.LinkedHashMap;
import java.util.Map;

/** Losses over rows of two heads. */
abstract class HeadsContract extends LossContract {
  private static final int HEADS = 2;

  @Override
  protected void prepare(HarnessSetup setup, Trial trial) {
    Shape row = new Shape(HEADS, trial.size().width());
    setup.with(Rows.of("any", Embeddings.PROJECTION), row);
    setup.with(Rows.of("any", Embeddings.PREDICTION), row);
  }

  @Override
  protected SampleRows rows(Trial trial, Needs needs, long step) {
    Map<Rows, NDArray> rows = new LinkedHashMap<>();
    for (String view : new String[] {"view-1", "view-2"}) {
      for (String output : new String[] {Embeddings.PROJECTION, Embeddings.PREDICTION}) {
        if (output.equals(Embeddings.PROJECTION) || needs.outputs().contains(output)) {
          rows.put(
              Rows.of(view, output),
              trial.normal(
                  view + output + step, trial.size().batch(), HEADS, trial.size().width()));
        }
      }
    }
    return SampleRows.of(rows, Targets.NONE);
  }
}
