package io.dyad.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import io.dyad.api.ConfigurationException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepBestTest {
  private static final String METRIC = "knn.top1";

  private final NDManager manager = NDManager.newBaseManager();

  @TempDir Path folder;

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void the_best_outlives_the_last_few() {
    write(true, 0.1, 0.7, 0.3, 0.4, 0.2);
    assertThat(names()).containsExactly("step-2", "step-4", "step-5");
    assertThat(best()).isEqualTo(2);
  }

  @Test
  void the_metric_s_own_direction_decides() {
    write(false, 0.5, 0.1, 0.3, 0.4, 0.2);
    assertThat(best()).isEqualTo(2);
  }

  @Test
  void of_two_that_are_equally_good_the_earlier_stays() {
    write(true, 0.5, 0.5, 0.3, 0.3);
    assertThat(names()).containsExactly("step-1", "step-3", "step-4");
    assertThat(best()).isEqualTo(1);
  }

  @Test
  void a_better_one_sets_the_earlier_best_free() {
    write(true, 0.5, 0.1, 0.1, 0.6, 0.1, 0.1);
    assertThat(names()).containsExactly("step-4", "step-5", "step-6");
  }

  @Test
  void checkpoints_that_were_not_measured_or_by_another_metric_are_never_best() {
    checkpoints().write(Map.of(), state(1), Optional.empty());
    checkpoints().write(Map.of(), state(2), Optional.of(new Score("probe.top1", 0.9, true)));
    assertThatThrownBy(() -> checkpoints().get("best"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("no checkpoint", METRIC, "step-1", "step-2");
    checkpoints().write(Map.of(), state(3), Optional.of(new Score(METRIC, 0.1, true)));
    assertThat(best()).isEqualTo(3);
  }

  @Test
  void a_run_that_kept_no_best_says_how_it_would() {
    write(true, 0.5);
    assertThatThrownBy(() -> new Checkpoints(folder, 2, Optional.empty()).get("best"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("checkpoint.keep-best.metric");
  }

  @Test
  void a_score_is_a_number() {
    assertThatThrownBy(() -> new Score(METRIC, Double.NaN, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(METRIC);
  }

  /** A new view each time: a resumed process knows nothing but the folder. */
  private Checkpoints checkpoints() {
    return new Checkpoints(folder, 2, Optional.of(METRIC));
  }

  private void write(boolean higherIsBetter, double... values) {
    for (int i = 0; i < values.length; i++) {
      checkpoints()
          .write(
              Map.of("x", manager.create(1f)),
              state(i + 1),
              Optional.of(new Score(METRIC, values[i], higherIsBetter)));
    }
  }

  private long best() {
    return checkpoints().get("best").state().step();
  }

  private String[] names() {
    return Arrays.stream(Objects.requireNonNull(folder.toFile().list()))
        .filter(name -> !name.equals(".lock"))
        .sorted()
        .toArray(String[]::new);
  }

  private static CheckpointState state(long step) {
    return CheckpointState.of(step, 0, 0, "main", Map.of());
  }
}
