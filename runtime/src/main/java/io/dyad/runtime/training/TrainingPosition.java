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
 * @param point what comes next
 */
public record TrainingPosition(
    Stage stage, long stageEpoch, long stageStep, long epoch, long batch, long step, Point point) {

  /** What comes next in a run. */
  public enum Point {
    /** The rest of an epoch: its start, if it has had no batch yet, its steps and its end. */
    STEPS,
    /** The figures about an epoch whose steps and end are behind. */
    FIGURES,
    /** Nothing: the procedure asks for no more. */
    FINISHED
  }

  static TrainingPosition start(Stage first) {
    return new TrainingPosition(first, 0, 0, 0, 0, 0, Point.STEPS);
  }

  TrainingPosition afterStep() {
    return new TrainingPosition(
        stage, stageEpoch, stageStep, epoch, batch + 1, step + 1, Point.STEPS);
  }

  TrainingPosition afterSteps() {
    return new TrainingPosition(stage, stageEpoch, stageStep, epoch, batch, step, Point.FIGURES);
  }

  TrainingPosition afterEpoch() {
    return new TrainingPosition(stage, stageEpoch, stageStep, epoch + 1, 0, step, Point.STEPS);
  }

  TrainingPosition begin(Stage next) {
    return new TrainingPosition(next, epoch, step, epoch, 0, step, Point.STEPS);
  }

  TrainingPosition finished() {
    return new TrainingPosition(stage, stageEpoch, stageStep, epoch, batch, step, Point.FINISHED);
  }
}
