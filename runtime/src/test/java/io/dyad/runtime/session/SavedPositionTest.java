package io.dyad.runtime.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.DataException;
import io.dyad.api.Stage;
import io.dyad.runtime.run.Checkpoint;
import io.dyad.runtime.run.CheckpointState;
import io.dyad.runtime.training.TrainingPosition;
import io.dyad.runtime.training.TrainingPosition.Point;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedPositionTest {
  private static final Stage STAGE = Stage.named("sparse").epochs(3).restart();

  @ParameterizedTest
  @EnumSource(Point.class)
  void a_position_returns_as_it_was_saved(Point point) {
    SavedPosition saved =
        new SavedPosition(new TrainingPosition(STAGE, 2, 20, 4, 7, 47, point), 470, 12);

    SavedPosition read = SavedPosition.of(checkpoint(saved.state()));

    assertThat(read.state()).isEqualTo(saved.state());
    assertThat(read).usingRecursiveComparison().isEqualTo(saved);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"stage-epoch", "stage-step", "stage-restarts", "point", "samples", "metric-lines"})
  void what_is_missing_or_of_another_kind_is_named(String key) {
    CheckpointState state =
        new SavedPosition(new TrainingPosition(STAGE, 0, 0, 0, 1, 1, Point.STEPS), 10, 2).state();
    Map<String, Object> without = new HashMap<>(state.extra());
    without.remove(key);
    Map<String, Object> other = new HashMap<>(state.extra());
    other.put(key, "seven");
    for (Map<String, Object> extra : List.of(without, other)) {
      Checkpoint checkpoint = checkpoint(CheckpointState.of(1, 0, 1, "sparse", extra));
      assertThatThrownBy(() -> SavedPosition.of(checkpoint))
          .isInstanceOf(DataException.class)
          .hasMessageContainingAll("step-1", "state.extra." + key, "another version");
    }
  }

  private static Checkpoint checkpoint(CheckpointState state) {
    return new Checkpoint(
        Path.of("step-1"), state, Optional.empty(), new Checkpoint.TensorFile(0, ""));
  }
}
