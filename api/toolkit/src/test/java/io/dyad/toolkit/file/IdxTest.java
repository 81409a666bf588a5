package io.dyad.toolkit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.DataException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
  private static final byte[] IMAGES = {
    0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 10, 20, 30, -1
  };
  private static final byte[] LABELS = {0, 0, 8, 1, 0, 0, 0, 3, 7, 2, 1};

  @TempDir Path folder;

  @Test
  void images_and_labels_are_read() throws IOException {
    NpyArray images = Idx.read(plain(IMAGES));
    assertThat(images.type()).isEqualTo("uint8");
    assertThat(images.shape()).containsExactly(2, 1, 2);
    assertThat(images.longs()).containsExactly(10, 20, 30, 255);
    assertThat(Idx.read(plain(LABELS)).longs()).containsExactly(7, 2, 1);
  }

  @Test
  void a_gzip_file_is_recognised_by_its_content() throws IOException {
    assertThat(Idx.read(gzip(LABELS)).longs()).containsExactly(7, 2, 1);
  }

  @Test
  void another_magic_number_is_refused() throws IOException {
    byte[] floats = LABELS.clone();
    floats[2] = 0x0d;
    assertThatThrownBy(() -> Idx.read(plain(floats)))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("data.idx", "0x00000d01", "0x00000801");
  }

  @Test
  void a_file_cut_anywhere_is_refused() throws IOException {
    for (int length = 0; length < IMAGES.length; length++) {
      Path plain = plain(Arrays.copyOf(IMAGES, length));
      assertThatThrownBy(() -> Idx.read(plain))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("data.idx");
    }
    byte[] packed = Files.readAllBytes(gzip(IMAGES));
    for (int length = 3; length < packed.length; length++) {
      Path cut = plain(Arrays.copyOf(packed, length));
      assertThatThrownBy(() -> Idx.read(cut))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("data.idx");
    }
  }

  @Test
  void a_header_that_claims_more_than_the_file_can_hold_takes_no_memory() throws IOException {
    byte[] lie = IMAGES.clone();
    lie[4] = 0x3f;
    assertThatThrownBy(() -> Idx.read(plain(lie)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("cannot hold");
    assertThatThrownBy(() -> Idx.read(gzip(lie)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("cannot hold");
    lie[8] = -1;
    assertThatThrownBy(() -> Idx.read(gzip(lie)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("2 GiB");
  }

  @Test
  void more_data_than_stated_is_refused() throws IOException {
    Path file = plain(Arrays.copyOf(LABELS, LABELS.length + 1));
    assertThatThrownBy(() -> Idx.read(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("more data");
  }

  @Test
  void a_missing_file_is_named() {
    assertThatThrownBy(() -> Idx.read(folder.resolve("none.idx")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("none.idx");
  }

  private Path plain(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("data.idx"), bytes);
  }

  private Path gzip(byte[] bytes) throws IOException {
    Path file = folder.resolve("data.idx.gz");
    try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(file))) {
      stream.write(bytes);
    }
    return file;
  }
}
