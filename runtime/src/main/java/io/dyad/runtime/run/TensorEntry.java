package io.dyad.runtime.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import io.dyad.api.DataException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * One tensor of a safetensors file.
 *
 * @param begin of its bytes, counted from the end of the header
 */
record TensorEntry(TensorType type, Shape shape, long begin, long end) {
  private static final int MAX_AXES = 32;

  static TensorEntry of(String name, NDArray array, long begin) {
    TensorType type =
        TensorType.of(array.getDataType())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "tensor \"%s\" is %s; %s can be written"
                            .formatted(
                                name, array.getDataType(), Arrays.toString(TensorType.values()))));
    return new TensorEntry(type, array.getShape(), begin, begin + array.size() * type.bytes());
  }

  /**
   * Reads an entry of the header and checks it by itself.
   *
   * @param place file and tensor, for messages
   * @param available how many bytes follow the header
   */
  static TensorEntry parse(JsonNode node, String place, long available) {
    String name = node.path("dtype").asText();
    TensorType type =
        TensorType.ofName(name)
            .orElseThrow(
                () ->
                    new DataException(
                        "%s: elements of type \"%s\"; %s can be read"
                            .formatted(place, name, Arrays.toString(TensorType.values()))));
    long[] shape = numbers(node.path("shape"), place, "shape");
    long[] offsets = numbers(node.path("data_offsets"), place, "data_offsets");
    if (shape.length > MAX_AXES) {
      throw new DataException(
          "%s: %d axes; at most %d are read".formatted(place, shape.length, MAX_AXES));
    }
    if (offsets.length != 2 || offsets[0] > offsets[1] || offsets[1] > available) {
      throw new DataException(
          "%s: data_offsets %s are out of range; the file has %d bytes of data"
              .formatted(place, Arrays.toString(offsets), available));
    }
    TensorEntry entry = new TensorEntry(type, new Shape(shape), offsets[0], offsets[1]);
    if (product(shape, type.bytes(), place) != entry.bytes()) {
      throw new DataException(
          "%s: %s of shape %s does not take the %d bytes its data_offsets give it"
              .formatted(place, type, Arrays.toString(shape), entry.bytes()));
    }
    return entry;
  }

  /** Returns what the header says about this tensor. */
  Map<String, Object> describe() {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("dtype", type.name());
    description.put("shape", shape.getShape());
    description.put("data_offsets", List.of(begin, end));
    return description;
  }

  long bytes() {
    return end - begin;
  }

  private static long[] numbers(JsonNode node, String place, String field) {
    boolean whole =
        node.isArray()
            && StreamSupport.stream(node.spliterator(), false)
                .allMatch(number -> number.canConvertToLong() && number.isIntegralNumber());
    long[] numbers =
        whole
            ? StreamSupport.stream(node.spliterator(), false).mapToLong(JsonNode::asLong).toArray()
            : new long[] {-1};
    if (Arrays.stream(numbers).anyMatch(number -> number < 0)) {
      throw new DataException(
          "%s: %s must be a list of whole numbers from 0, it is %s".formatted(place, field, node));
    }
    return numbers;
  }

  private static long product(long[] shape, int bytes, String place) {
    try {
      return Arrays.stream(shape).reduce(bytes, Math::multiplyExact);
    } catch (ArithmeticException overflow) {
      throw new DataException(
          "%s: impossible shape %s".formatted(place, Arrays.toString(shape)), overflow);
    }
  }
}
