package io.dyad.system.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.system.launcher.Launcher;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderMistakesIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void an_empty_folder_is_told_with_the_layout_that_is_expected() throws IOException {
    Files.createDirectory(folder.resolve("pictures"));

    assertThat(refusal()).contains("data.path", "pictures has no images", "train/CLASS/*.png");
  }

  @Test
  void one_class_is_too_few_to_evaluate() throws IOException {
    images("train/cat", 8);
    images("test/cat", 4);

    assertThat(refusal())
        .contains("data.path", "has one class, [cat]", "data.allow-single-class = true");
  }

  @Test
  void an_image_of_another_size_is_named_with_both_sizes() throws IOException {
    twoClasses();
    image("train/dog/7.png", 20, 16);

    assertThat(refusal()).contains("7.png has 20 x 16 pixels", "has 16 x 16", "set resize");
  }

  @Test
  void nothing_but_unreadable_images_ends_the_run() throws IOException {
    broken("train/cat/0.png");
    broken("train/dog/0.png");
    broken("test/cat/0.png");
    broken("test/dog/0.png");

    assertThat(refusal()).contains("none of the 2 files", "neither PNG nor JPEG");
  }

  @Test
  void unreadable_images_are_counted_and_named_and_the_rest_is_trained_on()
      throws IOException, InterruptedException {
    twoClasses();
    broken("train/cat/broken.png");
    broken("train/dog/another.png");

    Launcher.Outcome outcome =
        Launcher.ofTheBuild().run(folder, Map.of(), ("train --runs runs " + settings()).split(" "));

    assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
    assertThat(outcome.errors())
        .contains("2 of 18 files of split \"train\" cannot be read", "cat/broken.png");
  }

  private String refusal() {
    return Refusal.ofTrain(4, folder.resolve("runs"), settings());
  }

  private String settings() {
    return "--set data.use=image-folder --set views.scale=255 --set evaluate.evaluators.knn.k=2"
        + " --set train.epochs=1 --set train.batch-size=8 --set data.path="
        + folder.resolve("pictures");
  }

  private void twoClasses() throws IOException {
    for (String split : new String[] {"train", "test"}) {
      images(split + "/cat", 8);
      images(split + "/dog", 8);
    }
  }

  private void images(String place, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      image(place + "/" + i + ".png", 16, 16);
    }
  }

  private void image(String name, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      image.setRGB(x, x % height, 0xffffff - name.hashCode() % 0xffff);
    }
    ImageIO.write(image, "png", file(name).toFile());
  }

  private void broken(String name) throws IOException {
    Files.writeString(file(name), "no image");
  }

  private Path file(String name) throws IOException {
    Path file = folder.resolve("pictures").resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return file;
  }
}
