package io.dyad.runtime.training;

import io.dyad.runtime.experiment.ScheduleOptions;

/**
 * The factor of the learning rate at a step: a linear warm-up to 1, then constant, half a cosine
 * down to the final factor, or falling at milestones.
 *
 * @param stepsPerEpoch steps of an epoch
 * @param steps all steps of the run
 */
record LearningRate(ScheduleOptions options, long stepsPerEpoch, long steps) {
  double factor(long step) {
    long warmup = Math.round(options.warmupEpochs() * stepsPerEpoch);
    if (step < warmup) {
      double start = options.warmupFactor();
      return start + (1 - start) * (step + 1.0) / warmup;
    }
    return switch (options.shape()) {
      case CONSTANT -> 1;
      case COSINE -> cosine(step, warmup);
      case STEP -> Math.pow(options.factor(), passed(step));
    };
  }

  private double cosine(long step, long warmup) {
    double done = (double) (step - warmup) / Math.max(1, steps - warmup);
    double wave = 0.5 * (1 + Math.cos(Math.PI * Math.min(1, done)));
    return options.finalFactor() + (1 - options.finalFactor()) * wave;
  }

  private long passed(long step) {
    return options.milestones().stream()
        .filter(epochs -> step >= Math.round(epochs * stepsPerEpoch))
        .count();
  }
}
