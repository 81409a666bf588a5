package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Draws;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.runtime.evaluation.LinearProbeOptions.Scaling;

/**
 * Multinomial logistic regression: minimises the mean cross entropy plus {@code penalty / (2 N)}
 * times the squared norm of the weights (not of the biases), which is the objective of common
 * libraries with C = 1 / penalty. In float64, rows in chunks.
 */
final class LogisticRegression {
  private static final double TOLERANCE = 1e-5;
  private static final double MOMENTUM = 0.9;

  private final Kernel kernel;

  LogisticRegression(Kernels kernels) {
    this.kernel = kernels.resource(LogisticRegression.class, "logistic-regression");
  }

  /** Returns rows with the scaling of their columns. */
  ScaledRows scaled(NDArray rows, Scaling scaling) {
    NDManager manager = rows.getManager();
    Shape shape = new Shape(1, rows.getShape().get(1));
    ScaledRows plain =
        new ScaledRows(
            rows,
            manager.zeros(shape, DataType.FLOAT64),
            manager.ones(shape, DataType.FLOAT64),
            scaling == Scaling.UNIT);
    if (scaling != Scaling.STANDARD) {
      return plain;
    }
    NDList moments = kernel.call("moments", rows, plain.chunk());
    return new ScaledRows(rows, moments.get(0), moments.get(1), false);
  }

  /**
   * Returns the weights at which the gradient vanishes, by L-BFGS; biases in the last row.
   *
   * @param labels int64, shape (N)
   * @return float64, shape (D + 1, classes), in the manager of the rows
   */
  NDArray fit(ScaledRows rows, NDArray labels, long classes, double penalty, int iterations) {
    return fit(rows, labels, zeros(rows, classes), penalty, iterations);
  }

  /**
   * Returns the weights at which the gradient vanishes, found from others that are near it, such as
   * those of a similar penalty.
   *
   * @param start float64, shape (D + 1, classes); closed
   */
  NDArray fit(ScaledRows rows, NDArray labels, NDArray start, double penalty, int iterations) {
    Lbfgs.Objective objective =
        weights -> {
          NDList result =
              kernel.call(
                  "value_and_gradient",
                  weights,
                  rows.rows(),
                  labels,
                  rows.shift(),
                  rows.scale(),
                  rows.unit(),
                  penalty / rows.count(),
                  rows.chunk());
          return new Lbfgs.Point(weights, result.get(0).getDouble(), result.get(1));
        };
    return Lbfgs.minimise(objective, start, iterations, TOLERANCE);
  }

  /**
   * Returns the weights after some epochs of stochastic gradients with momentum 0.9, whose rate
   * falls linearly to zero.
   *
   * @param descent how
   * @param draws of the order of rows
   */
  NDArray descend(
      ScaledRows rows,
      NDArray labels,
      long classes,
      double penalty,
      DescentOptions descent,
      Draws draws) {
    NDArray weights = zeros(rows, classes);
    NDArray velocity = zeros(rows, classes);
    long epochSteps = (rows.count() + descent.batchSize() - 1) / descent.batchSize();
    double rate = descent.learningRate() / (1 + meanSquare(rows));
    for (int epoch = 0; epoch < descent.epochs(); epoch++) {
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        NDArray order = draws.at("epoch", epoch).permutation("order", rows.count());
        kernel.call(
            "descend",
            weights,
            velocity,
            rows.rows(),
            labels,
            order,
            rows.shift(),
            rows.scale(),
            rows.unit(),
            penalty / rows.count(),
            (long) descent.batchSize(),
            rate,
            MOMENTUM,
            epoch * epochSteps,
            descent.epochs() * epochSteps);
      }
    }
    return weights;
  }

  /** Returns the logarithms of the classes' probabilities, float64, shape (N, classes). */
  NDArray logProbabilities(NDArray weights, ScaledRows rows) {
    return kernel
        .call(
            "log_probabilities",
            weights,
            rows.rows(),
            rows.shift(),
            rows.scale(),
            rows.unit(),
            rows.chunk())
        .singletonOrThrow();
  }

  /** Returns the most likely class of each row, int64. */
  NDArray predict(NDArray weights, ScaledRows rows) {
    return kernel
        .call(
            "predict", weights, rows.rows(), rows.shift(), rows.scale(), rows.unit(), rows.chunk())
        .singletonOrThrow();
  }

  private double meanSquare(ScaledRows rows) {
    return kernel
        .call("mean_square", rows.rows(), rows.shift(), rows.scale(), rows.unit(), rows.chunk())
        .singletonOrThrow()
        .getDouble();
  }

  /** Returns weights that say nothing. */
  NDArray zeros(ScaledRows rows, long classes) {
    Shape shape = new Shape(rows.width() + 1, classes);
    return rows.rows().getManager().zeros(shape, DataType.FLOAT64);
  }
}
