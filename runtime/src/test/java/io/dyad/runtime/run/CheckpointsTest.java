package io.dyad.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  private final NDManager manager = NDManager.newBaseManager();

  @TempDir Path run;
  private Path folder;
  private Checkpoints checkpoints;

  @BeforeEach
  void create() {
    folder = run.resolve("checkpoints");
    checkpoints = new Checkpoints(folder, 2, Optional.empty());
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void a_checkpoint_returns_as_it_was_written() {
    CheckpointState state =
        CheckpointState.of(
            12,
            3,
            4,
            "main",
            Map.of("count", 5, "rate", 0.1, "on", true, "list", List.of("a", 1L)));
    Map<String, NDArray> tensors = Map.of("x", manager.create(new float[] {1, 2}));
    checkpoints.write(tensors, state, Optional.of(new Score("knn.top1", 0.1, true)));

    Checkpoint again = checkpoints.get("latest");

    assertThat(again.state()).isEqualTo(state);
    assertThat(again.score()).contains(new Score("knn.top1", 0.1, true));
    assertThat(again.state().extra()).containsEntry("count", 5L).containsEntry("rate", 0.1);
    NDArray x = Objects.requireNonNull(again.tensors(manager).get("x"));
    assertThat(x.toFloatArray()).containsExactly(1, 2);
    assertThat(folder.resolve("step-12").toFile().list())
        .containsExactlyInAnyOrder("tensors.safetensors", "state.json");
  }

  @Test
  void the_last_few_by_number_are_kept() {
    for (long step : new long[] {9, 10, 20, 100}) {
      write(step, step);
    }
    assertThat(checkpoints.get("latest").state().step()).isEqualTo(100);
    assertThat(names()).containsExactlyInAnyOrder("step-20", "step-100");
  }

  @Test
  void a_checkpoint_of_the_same_step_is_replaced() {
    write(5, 1);
    write(5, 2);
    NDArray x = Objects.requireNonNull(checkpoints.get("step-5").tensors(manager).get("x"));
    assertThat(x.toFloatArray()).containsExactly(2);
    assertThat(names()).containsExactly("step-5");
  }

  @Test
  void what_a_killed_process_left_is_no_checkpoint_and_is_cleared() throws IOException {
    Path half = Files.createDirectories(folder.resolve(".step-7.tmp-abc"));
    Files.writeString(half.resolve("state.json"), "{");
    assertThat(checkpoints.newestGood().checkpoint()).isEmpty();
    write(8, 1);
    assertThat(names()).containsExactly("step-8");
  }

  @Test
  void a_failed_write_leaves_the_earlier_ones_and_nothing_else() {
    write(1, 1);
    NDArray half = manager.ones(new Shape(2)).toType(DataType.FLOAT16, false);
    assertThatThrownBy(() -> checkpoints.write(Map.of("x", half), state(2), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(names()).containsExactly("step-1");
  }

  @Test
  void a_name_that_leaves_the_folder_finds_nothing() {
    write(3, 1);
    for (String name : List.of("../step-3", "..", "/etc", "step-4", "step-3/../../x")) {
      assertThatThrownBy(() -> checkpoints.get(name))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContainingAll(name, "step-3");
    }
  }

  @Test
  void what_lies_beyond_the_step_is_of_an_earlier_attempt_and_does_not_push_it_out() {
    write(100, 1);
    write(101, 1);
    for (long step : new long[] {7, 8, 9}) {
      write(step, 1);
    }
    assertThat(names()).containsExactlyInAnyOrder("step-8", "step-9", "step-100", "step-101");
  }

  @Test
  void what_cannot_be_read_does_not_count_among_those_to_keep() throws IOException {
    write(1, 1);
    write(2, 1);
    Files.writeString(folder.resolve("step-2").resolve("state.json"), "{");
    write(3, 1);
    assertThat(names()).containsExactlyInAnyOrder("step-1", "step-2", "step-3");
    write(4, 1);
    assertThat(names()).containsExactlyInAnyOrder("step-3", "step-4");
  }

  @Test
  void a_second_writer_is_turned_away_and_the_first_one_s_work_stays() throws IOException {
    write(1, 1);
    Path half = Files.createDirectories(folder.resolve(".step-2.tmp-live"));
    try (WriterLock ignored = WriterLock.take(folder)) {
      assertThatThrownBy(() -> write(3, 1))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContainingAll("another training is writing into", folder.toString());
      assertThat(half).exists();
    }
    write(3, 1);
    assertThat(half).doesNotExist();
  }

  @Test
  void only_what_json_can_hold_is_kept() {
    for (Object value :
        List.of(Double.NaN, new Object(), Map.of("inner", Float.POSITIVE_INFINITY))) {
      assertThatThrownBy(() -> CheckpointState.of(1, 0, 0, "main", Map.of("key", value)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("checkpoint");
    }
  }

  @Test
  void at_least_one_is_kept() {
    assertThatThrownBy(() -> new Checkpoints(folder, 0, Optional.empty()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("checkpoint.keep");
  }

  private List<String> names() {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.equals(".lock"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(long step, float value) {
    checkpoints.write(
        Map.of("x", manager.create(new float[] {value})), state(step), Optional.empty());
  }

  private static CheckpointState state(long step) {
    return CheckpointState.of(step, 0, 0, "main", Map.of());
  }
}
