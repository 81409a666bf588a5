package io.dyad.system.sketch;

import ai.djl.ndarray.NDArray;

/** The few equations that most sketches share, as pure functions. */
final class Equations {
  private Equations() {}

  /** Returns the rows scaled to unit length along the last axis. */
  static NDArray unit(NDArray rows) {
    int last = rows.getShape().dimension() - 1;
    return rows.div(rows.square().sum(new int[] {last}, true).sqrt().maximum(1e-12f));
  }

  /** Returns the cosines of all rows of one matrix with all rows of another. */
  static NDArray cosines(NDArray first, NDArray second) {
    return unit(first).matMul(unit(second).transpose());
  }

  /** Returns log sum exp along an axis, which is dropped. */
  static NDArray logSumExp(NDArray values, int axis) {
    NDArray highest = values.max(new int[] {axis}, true).stopGradient();
    return values.sub(highest).exp().sum(new int[] {axis}).log().add(highest.squeeze(axis));
  }

  /** Returns the mean over rows of the cross-entropy between given and predicted distributions. */
  static NDArray crossEntropy(NDArray probabilities, NDArray logits) {
    return probabilities.mul(logits.logSoftmax(1)).sum(new int[] {1}).mean().neg();
  }

  /** Returns the mean cross-entropy of logits against class ids. */
  static NDArray classCrossEntropy(NDArray labels, NDArray logits) {
    return crossEntropy(labels.oneHot(Math.toIntExact(logits.getShape().get(1))), logits);
  }
}
