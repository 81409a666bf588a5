package io.dyad.vision.source;

import ai.djl.ndarray.types.Shape;
import io.dyad.contract.DataSourceContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class IdxContractTest extends DataSourceContract {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.write(
        folder.resolve("images"),
        new byte[] {0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 1, 0, 0, 0, 2, 9, 8, 7, 6, 5, 4, 3, 2});
    Files.write(folder.resolve("labels"), new byte[] {0, 0, 8, 1, 0, 0, 0, 4, 0, 1, 1, 0});
  }

  @Override
  protected IdxProvider provider() {
    return new IdxProvider();
  }

  @Override
  protected String options() {
    return "train { images = \"%s\", labels = \"%s\" }"
        .formatted(folder.resolve("images"), folder.resolve("labels"));
  }

  @Override
  protected Map<String, Long> sizes() {
    return Map.of("train", 4L);
  }

  @Override
  protected long classes() {
    return 2;
  }

  @Override
  protected Optional<Shape> sample() {
    return Optional.of(new Shape(1, 1, 2));
  }
}
