package io.dyad.runtime.session;

import io.dyad.api.DataException;
import io.dyad.api.Stage;
import io.dyad.runtime.run.Checkpoint;
import io.dyad.runtime.run.CheckpointState;
import io.dyad.runtime.training.TrainingPosition;
import io.dyad.runtime.training.TrainingPosition.Point;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Where a run stood when it was saved, in the form in which a checkpoint keeps it. There is no
 * clock's time in it: two runs of the same numbers have the same bytes.
 *
 * @param position of the training
 * @param samples trained on so far
 * @param metricLines of the metric history so far
 */
record SavedPosition(TrainingPosition position, long samples, long metricLines) {
  private static final String STAGE_EPOCH = "stage-epoch";
  private static final String STAGE_STEP = "stage-step";
  private static final String STAGE_RESTARTS = "stage-restarts";
  private static final String STAGE_EPOCHS = "stage-epochs";
  private static final String POINT = "point";
  private static final String SAMPLES = "samples";
  private static final String METRIC_LINES = "metric-lines";

  CheckpointState state() {
    Stage stage = position.stage();
    Map<String, Object> extra = new LinkedHashMap<>();
    extra.put(STAGE_EPOCH, position.stageEpoch());
    extra.put(STAGE_STEP, position.stageStep());
    extra.put(STAGE_RESTARTS, stage.restarts());
    stage.epochs().ifPresent(epochs -> extra.put(STAGE_EPOCHS, epochs));
    extra.put(POINT, word(position.point()));
    extra.put(SAMPLES, samples);
    extra.put(METRIC_LINES, metricLines);
    return CheckpointState.of(
        position.step(), position.epoch(), position.batch(), stage.name(), extra);
  }

  /**
   * Reads what {@link #state} wrote.
   *
   * @throws DataException naming the checkpoint and what it lacks
   */
  static SavedPosition of(Checkpoint checkpoint) {
    return new Reader(checkpoint).read();
  }

  private static String word(Point point) {
    return point.name().toLowerCase(Locale.ROOT);
  }

  private record Reader(Checkpoint checkpoint) {
    SavedPosition read() {
      CheckpointState state = checkpoint.state();
      Stage stage = Stage.named(state.stage());
      if (state.extra().containsKey(STAGE_EPOCHS)) {
        stage = stage.epochs(number(STAGE_EPOCHS));
      }
      if (value(STAGE_RESTARTS, Boolean.class)) {
        stage = stage.restart();
      }
      return new SavedPosition(
          new TrainingPosition(
              stage,
              number(STAGE_EPOCH),
              number(STAGE_STEP),
              state.epoch(),
              state.batchIndex(),
              state.step(),
              point()),
          number(SAMPLES),
          number(METRIC_LINES));
    }

    private Point point() {
      String word = value(POINT, String.class);
      return Arrays.stream(Point.values())
          .filter(point -> word(point).equals(word))
          .findFirst()
          .orElseThrow(() -> unusable(POINT));
    }

    private long number(String key) {
      long number = value(key, Long.class);
      if (number < 0) {
        throw unusable(key);
      }
      return number;
    }

    private <T> T value(String key, Class<T> type) {
      Object value = checkpoint.state().extra().get(key);
      if (!type.isInstance(value)) {
        throw unusable(key);
      }
      return type.cast(value);
    }

    private DataException unusable(String key) {
      return new DataException(
          "%s does not say where training stood: state.extra.%s is %s; it was written by another version of Dyad"
              .formatted(checkpoint.folder(), key, checkpoint.state().extra().get(key)));
    }
  }
}
