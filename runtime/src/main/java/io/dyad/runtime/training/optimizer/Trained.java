package io.dyad.runtime.training.optimizer;

import ai.djl.ndarray.NDArray;

/**
 * A parameter and how it is trained.
 *
 * @param name full name, unique among the parameters of an optimiser
 * @param array requires a gradient
 * @param learningRateFactor multiplies the learning rate
 * @param weightDecay per step and unit of learning rate
 * @param constant whether its learning rate does not follow the schedule
 * @param frozenSteps until that step its gradient is dropped: it stays, and so do its moments
 */
public record Trained(
    String name,
    NDArray array,
    double learningRateFactor,
    double weightDecay,
    boolean constant,
    long frozenSteps) {
  /** Creates a parameter that follows the schedule and is trained from the first step on. */
  public Trained(String name, NDArray array, double learningRateFactor, double weightDecay) {
    this(name, array, learningRateFactor, weightDecay, false, 0);
  }

  /** Returns whether it is a bias, a scale or the like: of one axis, or a number. */
  boolean isVector() {
    return array.getShape().dimension() <= 1;
  }
}
