package io.dyad.graph.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Context;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoder;
import io.dyad.api.Kernel;
import io.dyad.api.Parameters;
import io.dyad.api.View;
import io.dyad.toolkit.view.GraphView;
import java.util.List;

/**
 * Layers of messages in one call of the kernel: {@code function(features, edges, weights, selected,
 * a list of arrays for each kind of parameter, slopes, activation, whether it follows the last)}.
 */
class LayeredEncoder implements Encoder {
  private final Kernel kernel;
  private final String function;
  private final GraphInput input;
  private final Parameters parameters;
  private final List<NDList> kinds;
  private final Rectifier rectifier;

  /**
   * Creates the encoder.
   *
   * @param kinds the ends of the names of parameters, in the order the function takes them
   */
  LayeredEncoder(
      Kernel kernel,
      String function,
      GraphInput input,
      Weights weights,
      Rectifier rectifier,
      String... kinds) {
    this.kernel = kernel;
    this.function = function;
    this.input = input;
    parameters = weights.parameters();
    this.kinds = List.of(kinds).stream().map(weights::ending).toList();
    this.rectifier = rectifier;
  }

  @Override
  public final Embeddings encode(View view, Context context) {
    GraphView graph = input.read(view);
    Object[] arguments = new Object[7 + kinds.size()];
    arguments[0] = graph.features();
    arguments[1] = graph.edges();
    arguments[2] = GraphInput.weights(graph);
    arguments[3] = GraphInput.selected(graph);
    for (int i = 0; i < kinds.size(); i++) {
      arguments[4 + i] = kinds.get(i);
    }
    arguments[4 + kinds.size()] = rectifier.slopes(graph.nodes(), context);
    arguments[5 + kinds.size()] = rectifier.code();
    arguments[6 + kinds.size()] = rectifier.afterLast();
    NDArray rows = kernel.call(function, arguments).singletonOrThrow();
    rows.attach(context.manager());
    return Embeddings.of(rows);
  }

  @Override
  public final Parameters parameters() {
    return parameters;
  }
}
