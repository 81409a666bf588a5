package io.dyad.runtime.training;

import io.dyad.runtime.experiment.ScheduleOptions;

/**
 * The factor of the learning rate at a step: a linear warm-up to 1, then constant or half a cosine
 * down to the final factor.
 *
 * @param warmupSteps steps until the factor is 1
 * @param steps all steps of the run
 */
record LearningRate(ScheduleOptions options, long warmupSteps, long steps) {

  static LearningRate of(ScheduleOptions options, long stepsPerEpoch, long steps) {
    return new LearningRate(options, Math.round(options.warmupEpochs() * stepsPerEpoch), steps);
  }

  double factor(long step) {
    if (step < warmupSteps) {
      return (step + 1.0) / warmupSteps;
    }
    return switch (options.shape()) {
      case CONSTANT -> 1;
      case COSINE -> cosine(step);
    };
  }

  private double cosine(long step) {
    double done = (double) (step - warmupSteps) / Math.max(1, steps - warmupSteps);
    double wave = 0.5 * (1 + Math.cos(Math.PI * Math.min(1, done)));
    return options.finalFactor() + (1 - options.finalFactor()) * wave;
  }
}
