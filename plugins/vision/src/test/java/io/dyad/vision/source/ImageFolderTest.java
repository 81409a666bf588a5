package io.dyad.vision.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.ConfigurationException;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.contract.harness.Harness;
import io.dyad.toolkit.view.TensorView;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
  private final Harness harness = new Harness(DataType.FLOAT32);
  private final NDManager manager = harness.manager();
  @TempDir Path folder;

  @AfterEach
  void release() {
    harness.close();
  }

  @Test
  void classes_are_numbered_by_name_over_both_splits() throws IOException {
    write("train/dog/1.png", 4, 4, Color.RED);
    write("train/cat/1.png", 4, 4, Color.GREEN);
    write("test/bird/1.png", 4, 4, Color.BLUE);
    DataSource source = open(3, Optional.empty());
    assertThat(source.splits()).containsExactly("train", "test");
    Batch train = source.fetch("train", new long[] {0, 1}, harness.context());
    assertThat(train.targets().get("label").toLongArray()).containsExactly(1, 2);
    assertThat(pixels(train).get(":, :, 2, 3").toType(DataType.INT32, false).toIntArray())
        .containsExactly(0, 255, 0, 255, 0, 0);
    Batch test = source.fetch("test", new long[] {0}, harness.context());
    assertThat(test.targets().get("label").toLongArray()).containsExactly(0);
  }

  @Test
  void without_split_folders_every_class_gives_its_share_to_the_test() throws IOException {
    for (int i = 0; i < 10; i++) {
      write("a/" + i + ".png", 2, 2, Color.RED);
      write("b/" + i + ".jpg", 2, 2, Color.BLUE);
    }
    DataSource source = open(3, Optional.empty());
    assertThat(source.size("train")).isEqualTo(16);
    assertThat(source.size("test")).isEqualTo(4);
    Batch test = source.fetch("test", new long[] {0, 1, 2, 3}, harness.context());
    assertThat(test.targets().get("label").toLongArray()).containsExactly(0, 0, 1, 1);
  }

  @Test
  void grey_files_keep_their_values_in_either_number_of_channels() throws IOException {
    BufferedImage grey = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY);
    Arrays.asList(0, 1).forEach(x -> grey.getRaster().setSample(x, 0, 0, 100));
    save("a/1.png", grey);
    save("b/1.png", grey);
    for (int channels : new int[] {1, 3}) {
      ImageFolderOptions options =
          new ImageFolderOptions(
              folder, Optional.empty(), channels, 0, false, Resident.AUTO, Optional.empty());
      DataSource source = new ImageFolderProvider().create(options, harness.setup());
      Batch batch = source.fetch("train", new long[] {0}, harness.context());
      assertThat(pixels(batch).getShape()).isEqualTo(new Shape(1, channels, 2, 2));
      assertThat(Byte.toUnsignedInt(pixels(batch).toByteArray()[0])).isEqualTo(100);
    }
  }

  @Test
  void images_of_several_sizes_are_resized_and_cut_to_the_middle() throws IOException {
    write("a/1.png", 30, 20, Color.RED);
    write("b/1.jpeg", 8, 16, Color.WHITE);
    DataSource source = open(3, Optional.of(8));
    Batch batch = source.fetch("train", new long[] {0, 1}, harness.context());
    assertThat(pixels(batch).getShape()).isEqualTo(new Shape(2, 3, 8, 8));
    assertThat(pixels(batch).get("0, 0").toType(DataType.INT32, false).min().getInt())
        .isEqualTo(255);
  }

  @Test
  void shrinking_averages_over_all_pixels() {
    float[] stripes = {0, 100, 0, 100, 0, 100, 0, 100};
    Raster small = new Raster(1, 2, 4, stripes).square(1);
    assertThat(small.planes()).hasSize(1);
    assertThat(small.planes()[0]).isBetween(35f, 65f);
  }

  @Test
  void different_sizes_without_resize_name_file_sizes_and_option() throws IOException {
    write("a/1.png", 4, 4, Color.RED);
    write("b/odd.png", 6, 5, Color.RED);
    assertThatThrownBy(() -> open(3, Optional.empty()))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("odd.png", "6 x 5", "4 x 4", "resize");
  }

  @Test
  void broken_files_are_left_out() throws IOException {
    write("a/1.png", 4, 4, Color.RED);
    write("b/1.png", 4, 4, Color.BLUE);
    Files.writeString(folder.resolve("b/0.png"), "no image");
    Path cut = folder.resolve("b/2.png");
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(folder.resolve("a/1.png")), 40));
    DataSource source = open(3, Optional.empty());
    assertThat(source.size("train")).isEqualTo(2);
    Batch left = source.fetch("train", new long[] {0, 1}, harness.context());
    assertThat(left.targets().get("label").toLongArray()).containsExactly(0, 1);
    assertThat(pixels(left).get(":, :, 0, 0").toType(DataType.INT32, false).toIntArray())
        .containsExactly(255, 0, 0, 0, 0, 255);
  }

  @Test
  void pictures_are_resident_if_they_fit_unless_told_otherwise() throws IOException {
    write("a/1.png", 700, 700, Color.RED);
    write("b/1.png", 700, 700, Color.RED);
    assertThat(isResident(Resident.AUTO, Optional.empty())).isTrue();
    assertThat(isResident(Resident.AUTO, Optional.of(3))).isTrue();
    assertThat(isResident(Resident.AUTO, Optional.of(2))).isFalse();
    assertThat(isResident(Resident.NO, Optional.of(3))).isFalse();
    assertThat(isResident(Resident.YES, Optional.of(3))).isTrue();
  }

  private boolean isResident(Resident resident, Optional<Integer> memory) {
    ImageFolderOptions options =
        new ImageFolderOptions(folder, Optional.empty(), 3, 0, false, resident, memory);
    return new ImageFolderProvider().create(options, harness.setup()).isResident("train");
  }

  @Test
  void only_broken_files_are_an_error_that_names_them() throws IOException {
    for (String name : new String[] {"a/0.png", "b/0.jpg"}) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), "no image");
    }
    assertThatThrownBy(() -> open(3, Optional.empty()))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("none of the 2 files", "0.png", "0.jpg");
  }

  @Test
  void missing_and_empty_folders_and_a_single_class_are_errors() throws IOException {
    assertThatThrownBy(() -> open(3, Optional.empty()))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("no images", "train", "CLASS");
    ImageFolderOptions elsewhere =
        new ImageFolderOptions(
            folder.resolve("nowhere"),
            Optional.empty(),
            3,
            0,
            false,
            Resident.AUTO,
            Optional.empty());
    assertThatThrownBy(() -> new ImageFolderProvider().create(elsewhere, harness.setup()))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("test.path", "nowhere");
    write("only/1.png", 4, 4, Color.RED);
    assertThatThrownBy(() -> open(3, Optional.empty()))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("[only]", "allow-single-class");
    ImageFolderOptions allowed =
        new ImageFolderOptions(
            folder, Optional.empty(), 3, 0, true, Resident.AUTO, Optional.empty());
    assertThat(new ImageFolderProvider().create(allowed, harness.setup()).size("train"))
        .isEqualTo(1);
  }

  @Test
  void too_many_pixels_for_the_memory_and_two_channels_are_refused() throws IOException {
    write("a/1.png", 700, 700, Color.RED);
    write("b/1.png", 700, 700, Color.RED);
    ImageFolderOptions little =
        new ImageFolderOptions(folder, Optional.empty(), 3, 0, false, Resident.YES, Optional.of(2));
    assertThatThrownBy(() -> new ImageFolderProvider().create(little, harness.setup()))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(
            "2.8 MiB", "2.0 MiB are allowed", "resize", "memory", "resident = no");
    assertThatThrownBy(() -> open(2, Optional.empty()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("channels must be 1 or 3");
  }

  private DataSource open(int channels, Optional<Integer> resize) {
    ImageFolderOptions options =
        new ImageFolderOptions(
            folder, resize, channels, 0.2, false, Resident.AUTO, Optional.empty());
    return new ImageFolderProvider().create(options, harness.setup());
  }

  private void write(String name, int width, int height, Color color) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, color.getRGB());
    }
    save(name, image);
  }

  private void save(String name, BufferedImage image) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    assertThat(ImageIO.write(image, name.endsWith(".png") ? "png" : "jpg", path.toFile())).isTrue();
  }

  private static NDArray pixels(Batch batch) {
    return ((TensorView) batch.samples()).tensor();
  }
}
