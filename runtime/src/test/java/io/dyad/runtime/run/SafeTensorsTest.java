package io.dyad.runtime.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTensorsTest {
  private final NDManager manager = NDManager.newBaseManager();

  @TempDir Path folder;

  @AfterEach
  void close() {
    manager.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {8, 24, 1 << 20})
  void every_type_returns_with_name_order_shape_and_bits(long partBytes) {
    Map<String, NDArray> tensors = new LinkedHashMap<>();
    tensors.put("z.weight", manager.arange(12f).reshape(3, 4));
    tensors.put("transposed", manager.arange(6f).reshape(2, 3).transpose());
    tensors.put("nan", manager.create(new float[] {Float.NaN, -0f, Float.MIN_VALUE}));
    tensors.put("double", manager.create(new double[] {Math.PI}));
    tensors.put("long", manager.create(new long[] {Long.MIN_VALUE, 5}));
    tensors.put("int", manager.create(new int[] {-7, 8, 9}, new Shape(3, 1)));
    tensors.put("byte", manager.create(new byte[] {1, -1}).toType(DataType.UINT8, false));
    tensors.put("flag", manager.create(new boolean[] {true, false, true}));
    tensors.put("scalar", manager.create(2.5f));
    tensors.put("empty", manager.create(new Shape(0, 4)));
    NDArray parameter = manager.create(new float[] {4, 5});
    parameter.setRequiresGradient(true);
    tensors.put("parameter", parameter);
    Path file = folder.resolve("a.safetensors");
    SafeTensors format = new SafeTensors(partBytes);
    format.write(file, tensors, Map.of("by", "dyad"));

    Map<String, NDArray> again = format.read(file, manager);

    assertThat(again.keySet()).containsExactlyElementsOf(tensors.keySet());
    tensors.forEach(
        (name, expected) -> {
          NDArray actual = at(again, name);
          assertThat(actual.getShape()).as(name).isEqualTo(expected.getShape());
          assertThat(actual.getDataType()).as(name).isEqualTo(expected.getDataType());
          assertThat(actual.toByteBuffer()).as(name).isEqualTo(expected.toByteBuffer());
        });
  }

  @Test
  void no_array_is_left_behind() {
    Path file = folder.resolve("a.safetensors");
    Map<String, NDArray> tensors = Map.of("x", manager.ones(new Shape(4, 3)).transpose());
    int before = ((BaseNDManager) manager).getManagedArrays().size();
    new SafeTensors().write(file, tensors, Map.of());
    assertThat(((BaseNDManager) manager).getManagedArrays()).hasSize(before);
    new SafeTensors().read(file, manager);
    assertThat(((BaseNDManager) manager).getManagedArrays()).hasSize(before + 1);
  }

  @Test
  void data_begin_at_a_multiple_of_eight() throws IOException {
    Path file = folder.resolve("a.safetensors");
    new SafeTensors().write(file, Map.of("name", manager.create(1f)), Map.of());
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(bytes.getLong(0) % 8).isZero();
    assertThat(bytes.getFloat((int) bytes.getLong(0) + 8)).isEqualTo(1f);
  }

  @Test
  void the_example_of_the_format_is_read() throws IOException {
    Path file =
        file(
            "{\"__metadata__\":{\"format\":\"pt\"},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]},\"a\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[0,8]}}  ",
            new byte[] {7, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0x80, 0x3f});
    Map<String, NDArray> tensors = new SafeTensors().read(file, manager);
    assertThat(tensors.keySet()).containsExactly("b", "a");
    assertThat(at(tensors, "a").getLong()).isEqualTo(7);
    assertThat(at(tensors, "b").toFloatArray()).containsExactly(1f);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'a':{'dtype':'BF16','shape':[4],'data_offsets':[0,8]}} | tensor \"a\" | BF16",
        "{'a':{'dtype':'F8_E4M3','shape':[8],'data_offsets':[0,8]}} | tensor \"a\" | F8_E4M3",
        "{'a':{'shape':[2],'data_offsets':[0,8]}} | tensor \"a\" | type",
        "{'a':3} | tensor \"a\" | type",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | Duplicate field | not readable",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | \"b\" | overlaps",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | \"a\" | gap",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}} | 8 bytes | describes 4",
        "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,12]}} | \"a\" | out of range",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}} | \"a\" | out of range",
        "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}} | \"a\" | does not take",
        "{'a':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}} | \"a\" | whole numbers",
        "{'a':{'dtype':'F32','shape':[2.5],'data_offsets':[0,8]}} | \"a\" | whole numbers",
        "{'a':{'dtype':'F32','shape':[4611686018427387904,4],'data_offsets':[0,8]}} | \"a\" | impossible",
        "{'a':{'dtype':'F32','shape':[99999999999999999999],'data_offsets':[0,8]}} | header | out of range",
        "[1,2] | header | object",
        "{'a':  | header | not readable"
      })
  void a_malformed_header_is_refused_by_name(String header, String first, String second)
      throws IOException {
    Path file = file(header.replace('\'', '"'), new byte[8]);
    assertThatThrownBy(() -> new SafeTensors().read(file, manager))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("made.safetensors", first, second.replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, 1 << 24, Long.MAX_VALUE, 1L << 40})
  void a_header_length_that_lies_takes_no_memory(long length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    Path file = Files.write(folder.resolve("made.safetensors"), bytes.array());
    assertThatThrownBy(() -> new SafeTensors().read(file, manager))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("made.safetensors", String.valueOf(length));
  }

  @Test
  void a_file_cut_anywhere_is_refused_and_leaves_no_array() throws IOException {
    Path file = folder.resolve("made.safetensors");
    new SafeTensors().write(file, Map.of("x", manager.ones(new Shape(5))), Map.of());
    byte[] whole = Files.readAllBytes(file);
    int before = ((BaseNDManager) manager).getManagedArrays().size();
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> new SafeTensors().read(file, manager))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("made.safetensors");
    }
    assertThat(((BaseNDManager) manager).getManagedArrays()).hasSize(before);
  }

  @Test
  void a_type_that_cannot_be_kept_is_refused_by_name_and_nothing_is_written() {
    Path file = folder.resolve("a.safetensors");
    NDArray half = manager.ones(new Shape(2)).toType(DataType.FLOAT16, false);
    assertThatThrownBy(() -> new SafeTensors().write(file, Map.of("small", half), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("small", "float16", "F32");
    assertThat(folder).isEmptyDirectory();
  }

  private Path file(String header, byte[] data) throws IOException {
    byte[] text = header.getBytes(UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + text.length + data.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(text.length)
            .put(text)
            .put(data);
    return Files.write(folder.resolve("made.safetensors"), bytes.array());
  }

  private static NDArray at(Map<String, NDArray> tensors, String name) {
    return Objects.requireNonNull(tensors.get(name), name);
  }
}
