package io.dyad.graph.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;
import io.dyad.toolkit.view.GraphView;
import java.util.Optional;

/** Graph convolutions. */
final class Gcn extends LayeredEncoder implements GraphConvolutions {
  private static final String WEIGHT = ".weight";
  private static final String BIAS = ".bias";

  private final Kernel kernel;
  private final NDList weights;
  private final NDList biases;
  private final Rectifier rectifier;

  Gcn(Kernel kernel, GraphInput input, Weights weights, Rectifier rectifier) {
    super(kernel, "gcn", input, weights, rectifier, WEIGHT, BIAS);
    this.kernel = kernel;
    this.weights = weights.ending(WEIGHT);
    biases = weights.ending(BIAS);
    this.rectifier = rectifier;
  }

  @Override
  public int layers() {
    return weights.size();
  }

  @Override
  public NDArray weight(int layer) {
    return weights.get(layer);
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
