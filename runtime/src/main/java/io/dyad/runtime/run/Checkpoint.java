package io.dyad.runtime.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import io.dyad.api.DataException;
import io.dyad.toolkit.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One checkpoint: {@code tensors.safetensors}, and {@code state.json} with the state, the size and
 * checksum of the tensors, and a checksum of its own.
 *
 * @param folder where it lies
 * @param state where training stood
 * @param score what it is compared by, if that was measured
 * @param tensors the file of tensors as it was written
 */
public record Checkpoint(
    Path folder, CheckpointState state, Optional<Score> score, TensorFile tensors) {
  private static final String TENSORS = "tensors.safetensors";
  private static final String STATE = "state.json";

  /**
   * A file of tensors.
   *
   * @param bytes how long it is
   * @param sha256 its checksum
   */
  public record TensorFile(long bytes, String sha256) {
    /** Checks that nothing is missing. */
    public TensorFile {
      requireNonNull(sha256, "sha256");
    }
  }

  /** The checksum is that of the other components as one line of JSON: white space is free. */
  private record StateFile(
      TensorFile tensors, @Nullable Score score, CheckpointState state, String sha256) {
    StateFile {
      requireNonNull(tensors, "tensors");
      requireNonNull(state, "state");
      requireNonNull(sha256, "sha256");
    }

    static StateFile of(TensorFile tensors, @Nullable Score score, CheckpointState state) {
      StateFile open = new StateFile(tensors, score, state, "");
      return new StateFile(tensors, score, state, Sha256.of(Json.line(open).getBytes(UTF_8)));
    }
  }

  /**
   * Reads the state; the file of tensors is not looked at.
   *
   * @throws DataException naming the file if it is missing, damaged or of another layout
   */
  static Checkpoint read(Path folder) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new DataException(
          folder + " is no folder of its own; replace links by copies of what they point to");
    }
    Path path = regular(folder.resolve(STATE));
    checkVersion(path, Json.read(path, JsonNode.class).at("/state/formatVersion"));
    StateFile file = Json.read(path, StateFile.class);
    StateFile expected = StateFile.of(file.tensors(), file.score(), file.state());
    if (!expected.equals(file)) {
      throw new DataException(
          "%s is damaged: its content has the SHA-256 %s, it says %s"
              .formatted(path, expected.sha256(), file.sha256()));
    }
    return new Checkpoint(folder, file.state(), Optional.ofNullable(file.score()), file.tensors());
  }

  private static void checkVersion(Path path, JsonNode version) {
    if (!version.isIntegralNumber()) {
      throw new DataException(path + " has no state.formatVersion and is no checkpoint's");
    }
    if (version.asLong() != CheckpointState.FORMAT_VERSION) {
      throw new DataException(
          "%s has the layout version %s, and this version of Dyad reads %d; use the Dyad that wrote it or a later one"
              .formatted(path, version.asText(), CheckpointState.FORMAT_VERSION));
    }
  }

  /** Writes both files into an existing folder, each synced to the disk. */
  static void write(
      Path folder, Map<String, NDArray> tensors, CheckpointState state, Optional<Score> score) {
    Sha256 sum = new Sha256();
    Path path = folder.resolve(TENSORS);
    AtomicFile.write(
        path, stream -> new SafeTensors().write(sum.through(stream), tensors, Map.of()));
    TensorFile written = new TensorFile(path.toFile().length(), sum.hex());
    Json.write(folder.resolve(STATE), StateFile.of(written, score.orElse(null), state));
  }

  /**
   * Holds the file of tensors against its size and checksum and reads its header.
   *
   * @throws DataException naming the file if it is missing, damaged or malformed
   */
  void verify() {
    Path path = regular(folder.resolve(TENSORS));
    try {
      long size = Files.size(path);
      if (size != tensors.bytes()) {
        throw new DataException(
            "%s is damaged: it has %d bytes, %s says %d"
                .formatted(path, size, STATE, tensors.bytes()));
      }
      String found = Sha256.of(path);
      if (!found.equals(tensors.sha256())) {
        throw new DataException(
            "%s is damaged: its SHA-256 is %s, %s says %s"
                .formatted(path, found, STATE, tensors.sha256()));
      }
    } catch (IOException cause) {
      throw ReadFailure.of(path, cause);
    }
    SafeTensors.check(path);
  }

  /**
   * Reads the tensors, whose file was verified when the checkpoint was opened.
   *
   * @param manager owner of the arrays
   * @throws DataException naming the file if it has gone or is malformed
   */
  public Map<String, NDArray> tensors(NDManager manager) {
    return new SafeTensors().read(regular(folder.resolve(TENSORS)), manager);
  }

  private static Path regular(Path path) {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new DataException("there is no " + path);
    }
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new DataException(
          path + " is no plain file; replace links by copies of what they point to");
    }
    return path;
  }
}
