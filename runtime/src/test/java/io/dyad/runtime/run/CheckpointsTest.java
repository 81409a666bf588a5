package io.dyad.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    checkpoints = new Checkpoints(folder, 2);
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
    checkpoints.write(Map.of("x", manager.create(new float[] {1, 2})), state);

    Checkpoint again = checkpoints.latest().orElseThrow();

    assertThat(again.state()).isEqualTo(state);
    assertThat(again.state().extra()).containsEntry("count", 5L).containsEntry("rate", 0.1);
    NDArray x = Objects.requireNonNull(again.tensors(manager).get("x"));
    assertThat(x.toFloatArray()).containsExactly(1, 2);
    assertThat(folder.resolve("step-12").toFile().list())
        .containsExactlyInAnyOrder("tensors.safetensors", "state.json");
  }

  @Test
  void the_last_few_by_number_are_kept() {
    for (long step : new long[] {9, 10, 100, 20}) {
      write(step, step);
    }
    assertThat(checkpoints.list()).extracting(c -> c.state().step()).containsExactly(20L, 100L);
    assertThat(checkpoints.latest().orElseThrow().state().step()).isEqualTo(100);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("step-20", "step-100");
  }

  @Test
  void a_checkpoint_of_the_same_step_is_replaced() {
    write(5, 1);
    write(5, 2);
    NDArray x = Objects.requireNonNull(checkpoints.get("step-5").tensors(manager).get("x"));
    assertThat(x.toFloatArray()).containsExactly(2);
    assertThat(folder.toFile().list()).containsExactly("step-5");
  }

  @Test
  void what_a_killed_process_left_is_no_checkpoint_and_is_cleared() throws IOException {
    Path half = Files.createDirectories(folder.resolve(".step-7.tmp-abc"));
    Files.writeString(half.resolve("state.json"), "{");
    assertThat(checkpoints.latest()).isEmpty();
    write(8, 1);
    assertThat(folder.toFile().list()).containsExactly("step-8");
  }

  @Test
  void a_failed_write_leaves_the_earlier_ones_and_nothing_else() {
    write(1, 1);
    NDArray half = manager.ones(new Shape(2)).toType(DataType.FLOAT16, false);
    assertThatThrownBy(() -> checkpoints.write(Map.of("x", half), state(2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(folder.toFile().list()).containsExactly("step-1");
  }

  @Test
  void a_changed_bit_is_found_before_anything_is_loaded() throws IOException {
    write(3, 1);
    Path tensors = folder.resolve("step-3").resolve("tensors.safetensors");
    byte[] bytes = Files.readAllBytes(tensors);
    bytes[bytes.length - 1] ^= 1;
    Files.write(tensors, bytes);
    Checkpoint checkpoint = checkpoints.latest().orElseThrow();
    assertThatThrownBy(() -> checkpoint.tensors(manager))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(tensors.toString(), "damaged", "earlier checkpoint");
  }

  @Test
  void a_damaged_state_is_named() throws IOException {
    write(3, 1);
    Path state = folder.resolve("step-3").resolve("state.json");
    String text = Files.readString(state);
    Files.writeString(state, text.substring(0, text.length() / 2));
    assertThatThrownBy(checkpoints::latest)
        .isInstanceOf(DataException.class)
        .hasMessageContaining(state.toString());
    Files.writeString(state, text.replace("\"formatVersion\" : 1", "\"formatVersion\" : 9"));
    assertThatThrownBy(checkpoints::latest)
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("step-3", "version 9");
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
  void a_link_out_of_the_folder_is_refused() throws IOException {
    Files.createDirectories(folder);
    Files.createSymbolicLink(folder.resolve("step-9"), run);
    assertThatThrownBy(checkpoints::latest)
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("step-9", "link");
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
    assertThatThrownBy(() -> new Checkpoints(folder, 0))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("checkpoint.keep");
  }

  private void write(long step, float value) {
    checkpoints.write(Map.of("x", manager.create(new float[] {value})), state(step));
  }

  private static CheckpointState state(long step) {
    return CheckpointState.of(step, 0, 0, "main", Map.of());
  }
}
