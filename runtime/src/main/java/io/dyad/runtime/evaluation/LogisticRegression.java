package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;

/**
 * Multinomial logistic regression: minimises the mean cross entropy plus {@code penalty / (2 N)}
 * times the squared norm of the weights (not of the biases), which is the objective of common
 * libraries with C = 1 / penalty.
 */
final class LogisticRegression {
  private static final double TOLERANCE = 1e-5;

  private final Kernel kernel;

  LogisticRegression(Kernels kernels) {
    this.kernel = kernels.resource(LogisticRegression.class, "logistic-regression");
  }

  /**
   * Returns the fitted weights, biases in the last row.
   *
   * @param features float64, shape (N, D)
   * @param labels int64, shape (N)
   * @return shape (D + 1, classes), in the manager of {@code features}
   */
  NDArray fit(NDArray features, NDArray labels, long classes, double penalty, int iterations) {
    NDManager manager = features.getManager();
    NDArray extended = withBias(features);
    NDArray start = manager.zeros(new Shape(extended.getShape().get(1), classes), DataType.FLOAT64);
    double share = penalty / features.getShape().get(0);
    Lbfgs.Objective objective =
        weights -> {
          NDList result = kernel.call("value_and_gradient", weights, extended, labels, share);
          return new Lbfgs.Point(weights, result.get(0).getDouble(), result.get(1));
        };
    return Lbfgs.minimise(objective, start, iterations, TOLERANCE);
  }

  /** Returns the most likely class of each row, int64. */
  NDArray predict(NDArray weights, NDArray features) {
    return withBias(features).matMul(weights).argMax(1);
  }

  private static NDArray withBias(NDArray features) {
    Shape column = new Shape(features.getShape().get(0), 1);
    return features.concat(features.getManager().ones(column, DataType.FLOAT64), 1);
  }
}
