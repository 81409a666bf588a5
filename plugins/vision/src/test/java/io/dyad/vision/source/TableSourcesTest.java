package io.dyad.vision.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.HarnessContext;
import io.dyad.toolkit.file.NpyArray;
import io.dyad.toolkit.file.Npz;
import io.dyad.toolkit.view.TensorView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableSourcesTest {
  private final Harness harness = new Harness(DataType.FLOAT32);
  private final NDManager manager = harness.manager();
  @TempDir Path folder;

  @AfterEach
  void release() {
    harness.close();
  }

  @Test
  void the_digits_have_the_published_counts_and_range() {
    DataSource digits = new ScatteredDigitsProvider().create(new NoOptions(), harness.setup());
    assertThat(digits.size("train")).isEqualTo(1297);
    assertThat(digits.size("test")).isEqualTo(500);
    Batch all = digits.fetch("train", range(1297), context());
    assertThat(pixels(all).getShape()).isEqualTo(new Shape(1297, 1, 12, 12));
    assertThat(pixels(all).getDataType()).isEqualTo(DataType.UINT8);
    assertThat(all.targets().get("label").getDataType()).isEqualTo(DataType.INT64);
    assertThat(all.targets().get("label").toLongArray()).contains(0, 9).doesNotContain(10, -1);
    assertThat(pixels(all).toType(DataType.INT32, false).max().getInt()).isGreaterThan(200);
  }

  @Test
  void fashion_has_the_published_class_counts() {
    DataSource fashion = new FashionMnistProvider().create(new NoOptions(), harness.setup());
    assertThat(fashion.size("train")).isEqualTo(10_000);
    long[] labels =
        fashion.fetch("test", range(2000), context()).targets().get("label").toLongArray();
    for (int label = 0; label < 10; label++) {
      int wanted = label;
      assertThat(Arrays.stream(labels).filter(l -> l == wanted).count()).isBetween(188L, 219L);
    }
    assertThat(pixels(fashion.fetch("train", new long[] {5}, context())).getShape())
        .isEqualTo(new Shape(1, 1, 28, 28));
  }

  @Test
  void rows_come_in_the_order_of_the_ids_and_repeat() {
    DataSource source = npz(bytes(2 * 3 * 2 * 2), ImageLayout.NCHW, 2, 3, 2, 2);
    Batch batch = source.fetch("train", new long[] {1, 0, 1}, context());
    assertThat(pixels(batch).get(0)).isEqualTo(pixels(batch).get(2));
    assertThat(pixels(batch).get(":, 0, 0, 0").toType(DataType.INT32, false).toIntArray())
        .containsExactly(12, 0, 12);
    assertThat(batch.targets().get("label").toLongArray()).containsExactly(7, 7, 7);
  }

  @Test
  void channels_last_is_turned_into_channels_first() {
    DataSource source = npz(bytes(2 * 2 * 2 * 3), ImageLayout.AUTO, 2, 2, 2, 3);
    NDArray first = pixels(source.fetch("train", new long[] {0}, context()));
    assertThat(first.getShape()).isEqualTo(new Shape(1, 3, 2, 2));
    assertThat(first.toType(DataType.INT32, false).toIntArray())
        .containsExactly(0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11);
  }

  @Test
  void an_archive_without_test_arrays_has_no_test_split() {
    DataSource source = npz(bytes(2 * 4), ImageLayout.AUTO, 2, 2, 2);
    assertThat(source.splits()).containsExactly("train");
    assertThatThrownBy(() -> source.size("test"))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("test", "[train]");
  }

  @Test
  void mistakes_in_archives_are_named() {
    assertThatThrownBy(() -> npz(bytes(2 * 3 * 4 * 3), ImageLayout.AUTO, 2, 3, 4, 3))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("[2, 3, 4, 3]", "layout = nhwc");
    assertThatThrownBy(() -> npz(bytes(3 * 4), ImageLayout.AUTO, 3, 2, 2))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("3 images", "2 labels");
    Path path = folder.resolve("floats.npz");
    Npz.write(
        path,
        Map.of(
            "x_train", NpyArray.of(new float[4], 1, 2, 2), "y_train", NpyArray.of(new long[1], 1)));
    assertThatThrownBy(() -> open(path, ImageLayout.AUTO))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("uint8", "float32");
    Npz.write(path, Map.of("images", NpyArray.of(new float[4], 1, 2, 2)));
    assertThatThrownBy(() -> open(path, ImageLayout.AUTO))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("x_train", "images");
    assertThatThrownBy(() -> open(folder.resolve("none.npz"), ImageLayout.AUTO))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("test.path", "none.npz");
  }

  @Test
  void an_id_outside_the_split_is_named() {
    DataSource source = npz(bytes(8), ImageLayout.AUTO, 2, 2, 2);
    assertThatThrownBy(() -> source.fetch("train", new long[] {2}, context()))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("sample 2", "0 to 1");
  }

  @Test
  void idx_files_are_read_and_missing_ones_named() throws IOException {
    Path images = folder.resolve("images");
    Files.write(images, new byte[] {0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 5, 6});
    Path labels = folder.resolve("labels");
    Files.write(labels, new byte[] {0, 0, 8, 1, 0, 0, 0, 1, 4});
    IdxOptions options = new IdxOptions(new IdxFiles(images, labels), Optional.empty());
    DataSource source = new IdxProvider().create(options, harness.setup());
    Batch batch = source.fetch("train", new long[] {0}, context());
    assertThat(pixels(batch).toByteArray()).containsExactly(5, 6);
    assertThat(batch.targets().get("label").toLongArray()).containsExactly(4);
    IdxOptions wrong =
        new IdxOptions(new IdxFiles(images, folder.resolve("missing")), Optional.empty());
    assertThatThrownBy(() -> new IdxProvider().create(wrong, harness.setup()))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("test.train.labels", "missing");
  }

  @Test
  void threads_that_fetch_at_once_get_the_same_rows() {
    DataSource digits = new ScatteredDigitsProvider().create(new NoOptions(), harness.setup());
    byte[] expected = pixels(digits.fetch("test", range(500), context())).toByteArray();
    assertThat(
            IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> fetch(digits))
                .allMatch(bytes -> Arrays.equals(bytes, expected)))
        .isTrue();
  }

  private static byte[] fetch(DataSource source) {
    try (Harness own = new Harness()) {
      return pixels(source.fetch("test", range(500), own.context())).toByteArray();
    }
  }

  /** Writes images with two labels, both 7, and opens them. */
  private DataSource npz(byte[] images, ImageLayout layout, long... shape) {
    Path path = folder.resolve("images.npz");
    Npz.write(
        path,
        Map.of(
            "x_train", NpyArray.of(images, shape), "y_train", NpyArray.of(new byte[] {7, 7}, 2)));
    return open(path, layout);
  }

  private DataSource open(Path path, ImageLayout layout) {
    NpzOptions options = new NpzOptions(path, "x_train", "y_train", "x_test", "y_test", layout);
    return new NpzProvider().create(options, harness.setup());
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    IntStream.range(0, count).forEach(i -> bytes[i] = (byte) i);
    return bytes;
  }

  private static long[] range(int count) {
    return LongStream.range(0, count).toArray();
  }

  private HarnessContext context() {
    return harness.context();
  }

  private static NDArray pixels(Batch batch) {
    return ((TensorView) batch.samples()).tensor();
  }
}
