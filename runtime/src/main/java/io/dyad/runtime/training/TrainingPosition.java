package io.dyad.runtime.training;

import io.dyad.api.Stage;

/**
 * Where training stands between two steps.
 *
 * @param stage the stage that goes on
 * @param stageEpoch the epoch in which the stage began
 * @param stageStep the step with which the stage began
 * @param epoch the epoch that goes on
 * @param batch the next batch within that epoch
 * @param step the next step of the run
 */
public record TrainingPosition(
    Stage stage, long stageEpoch, long stageStep, long epoch, long batch, long step) {

  static TrainingPosition start(Stage first) {
    return new TrainingPosition(first, 0, 0, 0, 0, 0);
  }

  TrainingPosition afterStep() {
    return new TrainingPosition(stage, stageEpoch, stageStep, epoch, batch + 1, step + 1);
  }

  TrainingPosition afterEpoch() {
    return new TrainingPosition(stage, stageEpoch, stageStep, epoch + 1, 0, step);
  }

  TrainingPosition begin(Stage next) {
    return new TrainingPosition(next, epoch, step, epoch, 0, step);
  }
}
