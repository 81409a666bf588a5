package io.dyad.graph.gcool;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Targets;
import io.dyad.contract.ExpectedView;
import io.dyad.contract.ViewGeneratorContract;
import io.dyad.contract.harness.Trial;
import java.util.List;

class RelationsContractTest extends ViewGeneratorContract {
  @Override
  protected RelationsProvider provider() {
    return new RelationsProvider();
  }

  @Override
  protected List<ExpectedView> views(int width) {
    return List.of(
        ExpectedView.of("view-1", sample(width), "pap"),
        ExpectedView.of("view-2", sample(width), "psp"));
  }

  @Override
  protected Shape sample(int width) {
    return new Shape(width);
  }

  @Override
  protected Batch batch(Trial trial, long... ids) {
    NDArray nodes = trial.harness().manager().create(ids);
    return Batch.of(
        ids,
        Papers.of(trial.normal("features", 8, trial.size().width())).select(nodes),
        Targets.of(Targets.LABEL, nodes.mod(3)));
  }

  @Override
  protected boolean isRandom() {
    return false;
  }
}
