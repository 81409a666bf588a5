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
import java.util.Optional;

/** Graph convolutions, all layers in one call. */
final class Gcn implements Encoder, GraphConvolutions {
  private final Kernel kernel;
  private final GraphInput input;
  private final Parameters parameters;
  private final NDList matrices;
  private final NDList biases;
  private final Rectifier rectifier;

  Gcn(Kernel kernel, GraphInput input, Weights weights, Rectifier rectifier) {
    this.kernel = kernel;
    this.input = input;
    parameters = weights.parameters();
    matrices = weights.ending(".weight");
    biases = weights.ending(".bias");
    this.rectifier = rectifier;
  }

  @Override
  public Embeddings encode(View view, Context context) {
    GraphView graph = input.read(view);
    NDArray rows =
        kernel
            .call(
                "gcn",
                graph.features(),
                graph.edges(),
                GraphInput.weights(graph),
                GraphInput.selected(graph),
                matrices,
                biases,
                rectifier.slopes(graph.nodes(), context),
                rectifier.code(),
                rectifier.afterLast())
            .singletonOrThrow();
    rows.attach(context.manager());
    return Embeddings.of(rows);
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public int layers() {
    return matrices.size();
  }

  @Override
  public NDArray weight(int layer) {
    return matrices.get(layer);
  }

  @Override
  public Optional<NDArray> bias(int layer) {
    return biases.isEmpty() ? Optional.empty() : Optional.of(biases.get(layer));
  }

  @Override
  public Activation activation() {
    return rectifier.activation();
  }

  @Override
  public boolean activatesLast() {
    return rectifier.afterLast();
  }

  @Override
  public double slope() {
    return rectifier.slope();
  }

  @Override
  public NDArray propagate(NDArray rows, GraphView graph) {
    return kernel
        .call("propagate", rows, graph.edges(), GraphInput.weights(graph))
        .singletonOrThrow();
  }
}
