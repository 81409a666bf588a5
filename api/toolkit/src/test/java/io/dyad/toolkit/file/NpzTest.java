package io.dyad.toolkit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.DataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpzTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"numpy-stored.npz", "numpy-deflated.npz"})
  void every_type_that_numpy_wrote_is_read(String name) throws Exception {
    Map<String, NpyArray> arrays = Npz.read(resource(name));
    assertThat(arrays.keySet())
        .containsExactly("truth", "u8", "i8", "i16", "i32", "i64", "f32", "f64", "empty");
    assertThat(at(arrays, "truth").longs()).containsExactly(1, 0);
    assertThat(at(arrays, "u8").longs()).containsExactly(0, 255);
    assertThat(at(arrays, "i8").longs()).containsExactly(-1, 1);
    assertThat(at(arrays, "i16").longs()).containsExactly(-2, 300);
    assertThat(at(arrays, "i32").longs()).containsExactly(-3, 70000);
    assertThat(at(arrays, "i64").longs()).containsExactly(-4, 5_000_000_000L);
    assertThat(at(arrays, "f32").shape()).containsExactly(2, 3);
    assertThat(at(arrays, "f32").floats()).containsExactly(0, .25f, .5f, .75f, 1, 1.25f);
    assertThat(at(arrays, "f64").shape()).isEmpty();
    assertThat(at(arrays, "f64").doubles()).containsExactly(0.1);
    assertThat(at(arrays, "empty").shape()).containsExactly(0, 3);
  }

  @Test
  void versions_two_and_three_of_the_header_are_read() throws Exception {
    Map<String, NpyArray> arrays = Npz.read(resource("numpy-versions.npz"));
    assertThat(at(arrays, "two").longs()).containsExactly(7);
    assertThat(at(arrays, "three").longs()).containsExactly(8);
  }

  @ParameterizedTest
  @CsvSource({"fortran,Fortran order", "half,<f2", "big,>f4", "text,<U1", "record,x"})
  void what_is_not_supported_is_refused_by_name(String array, String reason) throws Exception {
    try (NpzReader reader = NpzReader.open(resource("numpy-refused.npz"))) {
      assertThatThrownBy(() -> reader.read(array))
          .isInstanceOf(DataException.class)
          .hasMessageContainingAll("numpy-refused.npz", array + ".npy", reason);
    }
  }

  @Test
  void what_is_written_is_read_again_in_the_same_order() {
    Path file = folder.resolve("some.npz");
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    arrays.put("z", NpyArray.of(new float[] {1, -2, Float.NaN, 4}, 2, 2));
    arrays.put("a", NpyArray.of(new long[] {Long.MIN_VALUE}, 1));
    arrays.put("b", NpyArray.of(new int[] {7}));
    arrays.put("c", NpyArray.of(new byte[] {-1}, 1, 1));
    arrays.put("d", NpyArray.of(new double[0], 5, 0));
    Npz.write(file, arrays);

    Map<String, NpyArray> again = Npz.read(file);

    assertThat(again.keySet()).containsExactly("z", "a", "b", "c", "d");
    arrays.forEach(
        (name, array) -> {
          assertThat(at(again, name).type()).isEqualTo(array.type());
          assertThat(at(again, name).shape()).isEqualTo(array.shape());
          assertThat(at(again, name).data()).isEqualTo(array.data());
        });
  }

  @Test
  void equal_arrays_give_equal_bytes() throws IOException {
    Map<String, NpyArray> arrays = Map.of("x", NpyArray.of(new int[] {1, 2, 3}, 3));
    Npz.write(folder.resolve("first.npz"), arrays);
    Npz.write(folder.resolve("second.npz"), arrays);
    assertThat(folder.resolve("first.npz")).hasSameBinaryContentAs(folder.resolve("second.npz"));
  }

  @Test
  void an_array_is_written_and_read_as_a_stream() throws IOException {
    Path file = folder.resolve("stream.npz");
    AtomicFile.write(
        file,
        stream -> {
          try (NpzWriter writer = new NpzWriter(stream)) {
            try (OutputStream data = writer.begin("x", "uint8", 300, 1000)) {
              for (int row = 0; row < 300; row++) {
                data.write(new byte[1000]);
              }
            }
            writer.write("y", NpyArray.of(new int[] {5}, 1));
          }
        });
    try (NpzReader reader = NpzReader.open(file)) {
      assertThat(reader.shape("x")).containsExactly(300, 1000);
      try (InputStream data = reader.stream("x")) {
        assertThat(data.readAllBytes()).hasSize(300_000);
      }
      assertThat(reader.read("y").longs()).containsExactly(5);
    }
  }

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

  @Test
  void a_missing_file_and_a_missing_array_are_named() throws Exception {
    assertThatThrownBy(() -> Npz.read(folder.resolve("none.npz")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("none.npz");
    try (NpzReader reader = NpzReader.open(resource("numpy-versions.npz"))) {
      assertThatThrownBy(() -> reader.read("four"))
          .isInstanceOf(DataException.class)
          .hasMessageContainingAll("four", "two", "three");
    }
  }

  @Test
  void a_lossy_reading_is_refused() {
    assertThatThrownBy(() -> NpyArray.of(new long[] {1}, 1).floats())
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("int64", "float32");
    assertThatThrownBy(() -> NpyArray.of(new float[] {1}, 1).longs())
        .isInstanceOf(DataException.class)
        .hasMessageContaining("float32");
  }

  private static NpyArray at(Map<String, NpyArray> arrays, String name) {
    return Objects.requireNonNull(arrays.get(name), name);
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
    return Path.of(Objects.requireNonNull(NpzTest.class.getResource(name)).toURI());
  }
}
