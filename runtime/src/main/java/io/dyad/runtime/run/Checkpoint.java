package io.dyad.runtime.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.DataException;
import io.dyad.toolkit.file.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * One checkpoint: {@code tensors.safetensors}, and {@code state.json} with the state and the
 * checksum of the tensors.
 *
 * @param folder where it lies
 * @param state where training stood
 * @param tensorsSha256 checksum of the file of tensors
 */
public record Checkpoint(Path folder, CheckpointState state, String tensorsSha256) {
  private static final String TENSORS = "tensors.safetensors";
  private static final String STATE = "state.json";

  private record StateFile(String tensorsSha256, CheckpointState state) {}

  /**
   * Reads the state; the tensors are left for {@link #tensors}.
   *
   * @throws DataException naming the file if it is missing, malformed or of a later layout
   */
  static Checkpoint read(Path folder) {
    StateFile file = Json.read(folder.resolve(STATE), StateFile.class);
    int version = file.state().formatVersion();
    if (version != CheckpointState.FORMAT_VERSION) {
      throw new DataException(
          "%s: layout version %d; this version of Dyad reads %d"
              .formatted(folder, version, CheckpointState.FORMAT_VERSION));
    }
    return new Checkpoint(folder, file.state(), file.tensorsSha256());
  }

  /** Writes both files into an existing folder, each synced to the disk. */
  static void write(Path folder, Map<String, NDArray> tensors, CheckpointState state) {
    MessageDigest digest = sha256();
    AtomicFile.write(
        folder.resolve(TENSORS),
        stream ->
            new SafeTensors().write(new DigestOutputStream(stream, digest), tensors, Map.of()));
    Json.write(
        folder.resolve(STATE), new StateFile(HexFormat.of().formatHex(digest.digest()), state));
  }

  /**
   * Reads the tensors, after their file was held against its checksum.
   *
   * @param manager owner of the arrays
   * @throws DataException naming the file if it is missing, damaged or not what was written
   */
  public Map<String, NDArray> tensors(NDManager manager) {
    Path file = folder.resolve(TENSORS);
    String found = checksum(file);
    if (!found.equals(tensorsSha256)) {
      throw new DataException(
          "%s is damaged: its SHA-256 is %s, %s says %s; remove %s and resume from an earlier checkpoint"
              .formatted(file, found, STATE, tensorsSha256, folder));
    }
    return new SafeTensors().read(file, manager);
  }

  private static String checksum(Path file) {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      in.transferTo(out);
    } catch (IOException cause) {
      throw ReadFailure.of(file, cause);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
