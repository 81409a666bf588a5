package io.dyad.toolkit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.DataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that were cut, changed or made to lie. */
class NpzDamageTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(100000000000,);cannot hold|disagree",
        "(4611686018427387904, 4);impossible shape",
        "(99999999999999999999,);impossible shape",
        "(2305843009213693951,);disagree",
        "(1,);disagree",
        "(-1,);readable 'shape'"
      })
  void a_header_that_lies_about_the_shape_takes_no_memory(String shape, String reason)
      throws IOException {
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }";
    Path file = zip("lie.npz", npy(header, new byte[8]));
    assertThatThrownBy(() -> Npz.read(file))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("lie.npz", "x.npy")
        .hasMessageMatching("(?s).*(" + reason + ").*");
  }

  @Test
  void an_entry_that_lies_about_its_size_takes_no_memory() throws IOException {
    String header = "{'descr': '|u1', 'fortran_order': False, 'shape': (2000000000,), }";
    byte[] npy = npy(header, new byte[8]);
    Path file = zip("lie.npz", npy);
    byte[] bytes = Files.readAllBytes(file);
    int directory = lastIndexOf(bytes, new byte[] {'P', 'K', 1, 2});
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(directory + 24, 2_000_000_000 + npy.length - 8);
    Files.write(file, bytes);
    assertThatThrownBy(() -> Npz.read(file))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("lie.npz", "cannot hold");
  }

  @Test
  void a_header_longer_than_allowed_is_refused() throws IOException {
    byte[] npy = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, -1, -1, -1, 127};
    assertThatThrownBy(() -> Npz.read(zip("long.npz", npy)))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("long.npz", "2147483647", "65536");
  }

  @Test
  void a_header_cut_short_is_refused() throws IOException {
    byte[] npy = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 90, 0, '{'};
    assertThatThrownBy(() -> Npz.read(zip("cut.npz", npy)))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("cut.npz", "ends within the header");
  }

  @Test
  void a_truncated_archive_is_refused() throws Exception {
    byte[] whole = Files.readAllBytes(resource("numpy-stored.npz"));
    for (int length = 0; length < whole.length; length += 97) {
      Path file = Files.write(folder.resolve("cut.npz"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Npz.read(file))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("cut.npz");
    }
  }

  @Test
  void no_changed_byte_does_more_than_a_data_exception() throws Exception {
    byte[] whole = Files.readAllBytes(resource("numpy-deflated.npz"));
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= (byte) 0xff;
      Path file = Files.write(folder.resolve("changed.npz"), changed);
      try {
        Npz.read(file);
      } catch (DataException expected) {
        assertThat(expected).hasMessageContaining("changed.npz");
      }
    }
  }

  private Path zip(String name, byte[] npy) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("x.npy"));
      zip.write(npy);
    }
    return file;
  }

  private static byte[] npy(String header, byte[] data) throws IOException {
    ByteArrayOutputStream npy = new ByteArrayOutputStream();
    npy.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
    npy.write(header.getBytes(StandardCharsets.US_ASCII));
    npy.write(data);
    return npy.toByteArray();
  }

  private static int lastIndexOf(byte[] bytes, byte[] pattern) {
    for (int i = bytes.length - pattern.length; i >= 0; i--) {
      if (Arrays.equals(bytes, i, i + pattern.length, pattern, 0, pattern.length)) {
        return i;
      }
    }
    throw new AssertionError("no central directory");
  }

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(NpzDamageTest.class.getResource(name)).toURI());
  }
}
