package io.dyad.graph.augment;

import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.contract.ExpectedView;
import io.dyad.contract.ViewGeneratorContract;
import io.dyad.contract.harness.Trial;
import java.util.List;

class GraphDiffusionContractTest extends ViewGeneratorContract {
  @Override
  protected GraphDiffusionProvider provider() {
    return new GraphDiffusionProvider();
  }

  @Override
  protected List<ExpectedView> views(int width) {
    return List.of(
        ExpectedView.of("view-1", sample(width)), ExpectedView.of("view-2", sample(width)));
  }

  @Override
  protected Shape sample(int width) {
    return new Shape(width);
  }

  @Override
  protected Batch batch(Trial trial, long... ids) {
    return SampleGraph.nodes(trial, ids);
  }

  @Override
  protected boolean isRandom() {
    return false;
  }
}
