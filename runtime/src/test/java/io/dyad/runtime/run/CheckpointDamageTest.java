package io.dyad.runtime.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dyad.api.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Step 2 is damaged in every way; it must be refused by name, and step 1 be offered. */
class CheckpointDamageTest {
  private final NDManager manager = NDManager.newBaseManager();

  @TempDir Path run;
  private Path folder = Path.of("");
  private Path tensors = Path.of("");
  private Path state = Path.of("");
  private Checkpoints checkpoints = new Checkpoints(Path.of(""), 2, Optional.empty());

  @BeforeEach
  void write_two() {
    folder = run.resolve("checkpoints");
    tensors = folder.resolve("step-2").resolve("tensors.safetensors");
    state = folder.resolve("step-2").resolve("state.json");
    checkpoints = new Checkpoints(folder, 2, Optional.empty());
    for (long step : new long[] {1, 2}) {
      checkpoints.write(
          Map.of("x", manager.create(new float[] {step, 5})),
          CheckpointState.of(step, 1, 0, "main", Map.of("count", 7, "rate", 0.25)),
          Optional.of(new Score("knn.top1", 0.5, true)));
    }
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void every_flipped_bit_of_the_tensors_is_refused() throws IOException {
    byte[] whole = Files.readAllBytes(tensors);
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      Files.write(tensors, flipped(whole, bit));
      assertRefused(tensors, "damaged");
    }
  }

  @Test
  void a_flipped_bit_of_the_state_is_refused_or_changes_nothing_but_white_space()
      throws IOException {
    byte[] whole = Files.readAllBytes(state);
    Checkpoint expected = checkpoints.get("step-2");
    int refused = 0;
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      Files.write(state, flipped(whole, bit));
      NewestGood found = checkpoints.newestGood();
      if (found.refused().isEmpty()) {
        assertThat(found.checkpoint()).contains(expected);
      } else {
        refused++;
        assertThat(found.refused().get(0).reason()).contains(state.toString());
        assertThat(found.checkpoint().orElseThrow().state().step()).isEqualTo(1);
      }
    }
    assertThat(refused).isGreaterThan(7 * whole.length);
  }

  @Test
  void a_file_cut_anywhere_is_refused() throws IOException {
    for (Path file : List.of(tensors, state)) {
      byte[] whole = Files.readAllBytes(file);
      int end =
          file.equals(state) ? new String(whole, UTF_8).stripTrailing().length() : whole.length;
      for (int length = 0; length < end; length++) {
        Files.write(file, Arrays.copyOf(whole, length));
        assertRefused(file);
      }
      Files.write(file, Arrays.copyOf(whole, whole.length + 1));
      assertRefused(file);
      Files.delete(file);
      assertRefused(file, "there is no");
      Files.write(file, whole);
    }
    assertThat(checkpoints.get("latest").state().step()).isEqualTo(2);
  }

  @Test
  void a_later_layout_is_refused_whatever_else_it_holds() throws IOException {
    change(root -> inner(root, "state").put("formatVersion", 9).remove("stage"));
    assertRefused(state, "layout version 9", "reads 1");
    change(root -> inner(root, "state").remove("formatVersion"));
    assertRefused(state, "no state.formatVersion");
    Files.writeString(state, "[]");
    assertRefused(state, "no state.formatVersion");
  }

  /** A hostile writer computes the checksums, too. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'x':{'dtype':'F32','shape':[4611686018427387904],'data_offsets':[0,8]}} | impossible shape",
        "{'x':{'dtype':'F32','shape':[1000000000000],'data_offsets':[0,8]}} | does not take",
        "{'x':{'dtype':'F32','shape':[1000000000000],'data_offsets':[0,4000000000000]}} | out of range",
        "{'x':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'y':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | overlaps",
        "{'x':{'dtype':'F32','shape':[2],'data_offsets':[-8,0]}} | whole numbers",
        "{'x':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'x':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | Duplicate",
        "{'x':{'dtype':'Q99','shape':[2],'data_offsets':[0,8]}} | Q99",
        "{'x':[[[[[[]]]]]]} | elements of type",
        "DEEP | nesting depth"
      })
  void a_hostile_header_is_refused_before_anything_is_allocated(String header, String reason)
      throws IOException {
    String text = header.equals("DEEP") ? "[".repeat(100_000) : header.replace('\'', '"');
    byte[] json = text.getBytes(UTF_8);
    ByteBuffer file = ByteBuffer.allocate(8 + json.length + 8).order(ByteOrder.LITTLE_ENDIAN);
    Files.write(tensors, file.putLong(json.length).put(json).array());
    change(
        root ->
            inner(root, "tensors")
                .put("bytes", file.capacity())
                .put("sha256", Sha256.of(file.array())));
    assertRefused(tensors, reason);
  }

  @Test
  void a_state_of_wrong_types_is_refused_though_its_checksum_is_right() throws IOException {
    List<Consumer<ObjectNode>> changes =
        List.of(
            root -> inner(root, "state").put("step", -2),
            root -> inner(root, "state").put("step", "two"),
            root -> inner(root, "state").putNull("stage"),
            root -> inner(root, "state").putNull("extra"),
            root -> inner(root, "state").put("extra", 3),
            root -> root.putNull("tensors"),
            root -> inner(root, "tensors").put("bytes", Long.MAX_VALUE),
            root -> inner(root, "tensors").putNull("sha256"),
            root -> inner(root, "score").putNull("metric"),
            root -> inner(root, "score").put("value", "NaN"));
    byte[] whole = Files.readAllBytes(state);
    for (Consumer<ObjectNode> change : changes) {
      change(change);
      assertRefused(Path.of("step-2"));
      Files.write(state, whole);
    }
  }

  @Test
  void a_folder_that_got_another_step_s_name_is_refused() throws IOException {
    Files.move(folder.resolve("step-2"), folder.resolve("step-9"));
    assertRefused(folder.resolve("step-9"), "holds step 2");
  }

  @Test
  void links_are_not_followed() throws IOException {
    Path outside = Files.move(folder.resolve("step-2"), run.resolve("outside"));
    Files.createSymbolicLink(folder.resolve("step-2"), outside);
    assertRefused(folder.resolve("step-2"), "no folder of its own");
    Files.delete(folder.resolve("step-2"));
    Files.createDirectory(folder.resolve("step-2"));
    for (Path file : List.of(state, tensors)) {
      Path target = outside.resolve(String.valueOf(file.getFileName()));
      Files.createSymbolicLink(file, target);
      assertRefused(file, "no plain file");
      Files.delete(file);
      Files.copy(target, file);
    }
  }

  @Test
  void without_a_good_one_every_reason_is_given() throws IOException {
    Files.delete(tensors);
    Files.delete(folder.resolve("step-1").resolve("state.json"));
    NewestGood found = checkpoints.newestGood();
    assertThat(found.checkpoint()).isEmpty();
    assertThat(found.refused())
        .extracting(refused -> String.valueOf(refused.folder().getFileName()))
        .containsExactly("step-2", "step-1");
    assertThatThrownBy(() -> checkpoints.get("latest"))
        .hasMessageContaining("no checkpoint in " + folder + " is good");
  }

  private void assertRefused(Path named, String... words) {
    NewestGood found = checkpoints.newestGood();
    assertThat(found.checkpoint().orElseThrow().state().step()).isEqualTo(1);
    assertThat(found.refused()).hasSize(1);
    String reason = found.refused().get(0).reason();
    assertThat(reason).contains(named.toString());
    assertThat(List.of(words)).allSatisfy(word -> assertThat(reason).contains(word));
    assertThatThrownBy(() -> checkpoints.get("latest"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(reason)
        .hasMessageContaining("the newest good checkpoint is step-1: --checkpoint step-1");
  }

  /** Changes the state and gives it the checksum that its new content has. */
  private void change(Consumer<ObjectNode> change) throws IOException {
    ObjectNode root = (ObjectNode) Json.MAPPER.readTree(state.toFile());
    change.accept(root);
    root.put("sha256", "");
    root.put("sha256", Sha256.of(Json.line(root).getBytes(UTF_8)));
    Files.writeString(state, Json.line(root));
  }

  private static ObjectNode inner(JsonNode root, String name) {
    return (ObjectNode) root.get(name);
  }

  private static byte[] flipped(byte[] whole, int bit) {
    byte[] copy = whole.clone();
    copy[bit / 8] ^= (byte) (1 << (bit % 8));
    return copy;
  }
}
