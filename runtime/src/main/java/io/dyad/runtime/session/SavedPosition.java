package io.dyad.runtime.session;

import io.dyad.api.Stage;
import io.dyad.runtime.run.CheckpointState;
import io.dyad.runtime.training.TrainingPosition;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a run stood, as its checkpoint keeps it.
 *
 * @param position of training
 * @param samples that were seen
 * @param metricLines that were written
 */
record SavedPosition(TrainingPosition position, long samples, long metricLines) {
  private static final String STAGE_EPOCH = "stage-epoch";
  private static final String STAGE_STEP = "stage-step";
  private static final String STAGE_RESTARTS = "stage-restarts";
  private static final String STAGE_EPOCHS = "stage-epochs";
  private static final String SAMPLES = "samples";
  private static final String METRIC_LINES = "metric-lines";

  CheckpointState state() {
    Map<String, Object> extra = new LinkedHashMap<>();
    extra.put(STAGE_EPOCH, position.stageEpoch());
    extra.put(STAGE_STEP, position.stageStep());
    extra.put(STAGE_RESTARTS, position.stage().restarts());
    position.stage().epochs().ifPresent(epochs -> extra.put(STAGE_EPOCHS, epochs));
    extra.put(SAMPLES, samples);
    extra.put(METRIC_LINES, metricLines);
    return CheckpointState.of(
        position.step(), position.epoch(), position.batch(), position.stage().name(), extra);
  }

  static SavedPosition of(CheckpointState state) {
    Map<String, Object> extra = state.extra();
    Stage stage = Stage.named(state.stage());
    if (extra.containsKey(STAGE_EPOCHS)) {
      stage = stage.epochs(number(extra, STAGE_EPOCHS));
    }
    if (Boolean.TRUE.equals(extra.get(STAGE_RESTARTS))) {
      stage = stage.restart();
    }
    TrainingPosition position =
        new TrainingPosition(
            stage,
            number(extra, STAGE_EPOCH),
            number(extra, STAGE_STEP),
            state.epoch(),
            state.batchIndex(),
            state.step());
    return new SavedPosition(position, number(extra, SAMPLES), number(extra, METRIC_LINES));
  }

  private static long number(Map<String, Object> extra, String key) {
    return extra.get(key) instanceof Long value ? value : 0;
  }
}
