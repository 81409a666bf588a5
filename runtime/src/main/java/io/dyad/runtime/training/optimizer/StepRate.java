package io.dyad.runtime.training.optimizer;

/**
 * What the learning rates of a step are made of.
 *
 * @param highest learning rate where the schedule is at its highest
 * @param factor of the schedule at this step; parameters with a constant rate do without
 * @param step from 0 at the beginning of training, until which some parameters may be frozen
 */
public record StepRate(double highest, double factor, long step) {
  /** Returns a rate that is the same for all parameters but for their own factors. */
  public static StepRate of(double learningRate) {
    return new StepRate(learningRate, 1, Long.MAX_VALUE);
  }
}
