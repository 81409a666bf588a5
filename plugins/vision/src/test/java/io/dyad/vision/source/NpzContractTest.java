package io.dyad.vision.source;

import ai.djl.ndarray.types.Shape;
import io.dyad.contract.DataSourceContract;
import io.dyad.toolkit.file.NpyArray;
import io.dyad.toolkit.file.Npz;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class NpzContractTest extends DataSourceContract {
  @TempDir Path folder;

  @BeforeEach
  void write() {
    Npz.write(
        folder.resolve("images.npz"),
        Map.of(
            "x_train", NpyArray.of(bytes(6 * 12), 6, 2, 2, 3),
            "y_train", NpyArray.of(new byte[] {0, 1, 2, 0, 1, 2}, 6),
            "x_test", NpyArray.of(bytes(3 * 12), 3, 2, 2, 3),
            "y_test", NpyArray.of(new byte[] {2, 1, 0}, 3)));
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(3).nextBytes(bytes);
    return bytes;
  }

  @Override
  protected NpzProvider provider() {
    return new NpzProvider();
  }

  @Override
  protected String options() {
    return "path = \"" + folder.resolve("images.npz") + "\", layout = nhwc";
  }

  @Override
  protected Map<String, Long> sizes() {
    return Map.of("train", 6L, "test", 3L);
  }

  @Override
  protected long classes() {
    return 3;
  }

  @Override
  protected Optional<Shape> sample() {
    return Optional.of(new Shape(3, 2, 2));
  }
}
