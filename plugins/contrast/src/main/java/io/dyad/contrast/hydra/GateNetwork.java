package io.dyad.contrast.hydra;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import java.util.Map;

/**
 * The network that makes a gate of a class pair: for the embedding e,
 *
 * <pre>
 * sigmoid(W2 norm(relu(W1 norm(relu(e)) + b1)) + b2)
 * </pre>
 *
 * where both norms are batch norms over the pairs, whose running statistics serve for evaluation.
 */
public final class GateNetwork {
  private final Kernel kernel;
  private final Map<String, NDArray> parameters;
  private final Map<String, NDArray> state;
  private final GateFusion fusion;

  /**
   * Creates a network of given weights.
   *
   * @param parameters embedding, then weight and bias of the first norm, the first layer, the
   *     second norm and the second layer, in this order
   * @param state running mean and variance of the first norm and of the second, in this order
   */
  public GateNetwork(
      Kernels kernels,
      Map<String, NDArray> parameters,
      Map<String, NDArray> state,
      GateFusion fusion) {
    kernel = kernels.resource(GateNetwork.class, "hydra");
    this.parameters = parameters;
    this.state = state;
    this.fusion = fusion;
  }

  /**
   * Returns a gate in (0, 1) for each pair of classes, shape (N, dimensions).
   *
   * @param first int64, shape (N)
   * @param second int64, shape (N)
   * @param training whether statistics are those of this batch, which the running ones follow
   */
  public NDArray gates(NDArray first, NDArray second, boolean training) {
    if (training && first.getShape().get(0) < 2) {
      throw new ConfigurationException(
          "hydra's gates need two class pairs for the statistics of their batch norm, and got "
              + first.getShape().get(0)
              + "; set a larger train.batch-size");
    }
    return kernel
        .call(
            "gates",
            first,
            second,
            new NDList(parameters.values()),
            new NDList(state.values()),
            fusion == GateFusion.PRODUCT,
            training)
        .singletonOrThrow();
  }

  /** Returns the mean number of open dimensions, and the mean entropy of a gate in nats. */
  public NDList openness(NDArray gates) {
    return kernel.call("openness", gates);
  }

  /** Returns how alike classes are: cosines of their gates, shape (classes, classes). */
  NDArray relations(NDManager manager) {
    int count = Math.toIntExact(parameters.values().iterator().next().getShape().get(0));
    NDArray classes = manager.arange(0, count, 1, DataType.INT64);
    return kernel.call("relations", gates(classes, classes, false)).singletonOrThrow();
  }

  Map<String, NDArray> parameters() {
    return parameters;
  }

  Map<String, NDArray> state() {
    return state;
  }
}
