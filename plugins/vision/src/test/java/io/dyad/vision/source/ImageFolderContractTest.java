package io.dyad.vision.source;

import ai.djl.ndarray.types.Shape;
import io.dyad.contract.DataSourceContract;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderContractTest extends DataSourceContract {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    for (String kind : new String[] {"cat", "dog"}) {
      for (int i = 0; i < 3; i++) {
        BufferedImage image = new BufferedImage(6, 5 + i, BufferedImage.TYPE_INT_RGB);
        image.setRGB(i, i, kind.hashCode());
        Path path = folder.resolve(kind).resolve(i + ".png");
        Files.createDirectories(path.getParent());
        ImageIO.write(image, "png", path.toFile());
      }
    }
  }

  @Override
  protected ImageFolderProvider provider() {
    return new ImageFolderProvider();
  }

  @Override
  protected String options() {
    return "path = \"" + folder + "\", resize = 4, test-fraction = 0.34";
  }

  @Override
  protected Map<String, Long> sizes() {
    return Map.of("train", 4L, "test", 2L);
  }

  @Override
  protected long classes() {
    return 2;
  }

  @Override
  protected Optional<Shape> sample() {
    return Optional.of(new Shape(3, 4, 4));
  }
}
