package io.dyad.graph.encoder;

import io.dyad.api.View;
import io.dyad.contract.harness.Trial;
import io.dyad.toolkit.view.CompositeView;

class MultiplexContractTest extends GraphEncoderContract {
  @Override
  protected MultiplexProvider provider() {
    return new MultiplexProvider();
  }

  @Override
  protected String options() {
    return "encoder { use = gcn, widths = [6, 5] }";
  }

  @Override
  protected View view(Trial trial, long... ids) {
    var nodes = trial.harness().manager().create(ids);
    return CompositeView.of("first", graph(trial, "first", 3).select(nodes))
        .and("second", graph(trial, "second", 11).select(nodes));
  }
}
