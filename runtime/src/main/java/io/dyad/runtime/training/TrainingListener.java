package io.dyad.runtime.training;

import io.dyad.api.Progress;
import java.util.Map;

/** Is told how training goes. */
public interface TrainingListener {
  /** Called before the first step with the totals. */
  default void onStart(Progress progress) {}

  /** Called before each step, when it begins to wait for its batch. */
  default void onWait() {}

  /** Called when that batch is there. */
  default void onBatch() {}

  /** Called after each step. */
  default void onStep(Progress progress, int samples) {}

  /** Called every {@code monitors.log-every-steps} steps with the figures of that step. */
  default void onFigures(StepReport report) {}

  /**
   * Called after an epoch with figures about it; called once more for the same epoch if it ends by
   * {@link StoppedException} and the run goes on later.
   */
  default void onEpoch(Progress progress, Map<String, Double> figures) {}

  /**
   * Called after {@link #onEpoch} of some epochs with how alike views were; not if there is only
   * one view.
   */
  default void onSimilarities(Progress progress, ViewSimilarities similarities) {}

  /** Called when the run should be saved. */
  default void onCheckpoint(TrainingPosition position, TrainingState state) {}
}
