package io.dyad.toolkit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipFile;
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

  /** Four bytes a character, little-endian, padded with zeros: how NumPy holds {@code <U3}. */
  @Test
  void texts_are_as_wide_as_the_longest() throws IOException {
    Path file = folder.resolve("texts.npz");
    try (OutputStream stream = Files.newOutputStream(file);
        NpzWriter writer = new NpzWriter(stream, false)) {
      writer.write("names", List.of("abc", "\u00e4"));
    }
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream data = zip.getInputStream(zip.getEntry("names.npy"))) {
      byte[] bytes = data.readAllBytes();
      assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
          .contains("'descr': '<U3'", "'shape': (2,)");
      assertThat(Arrays.copyOfRange(bytes, bytes.length - 24, bytes.length))
          .containsExactly(
              'a', 0, 0, 0, 'b', 0, 0, 0, 'c', 0, 0, 0, 0xe4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
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
          try (NpzWriter writer = new NpzWriter(stream, false)) {
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

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(NpzTest.class.getResource(name)).toURI());
  }
}
