package io.dyad.contract.vectors;

import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An array of a reference vector, in row-major order. */
public final class RecordedArray {
  private final Shape shape;
  private final double[] data;

  private RecordedArray(Shape shape, double[] data) {
    if (shape.size() != data.length) {
      throw new IllegalArgumentException(
          "shape " + shape + " holds " + shape.size() + " numbers but " + data.length + " follow");
    }
    this.shape = shape;
    this.data = data;
  }

  /** Returns the shape. */
  public Shape shape() {
    return shape;
  }

  /** Returns as many numbers as the shape holds. */
  public double[] data() {
    return data.clone();
  }

  /** Returns the arrays below a node by name; an array within an object is {@code OUTER.INNER}. */
  static Map<String, RecordedArray> all(JsonNode node) {
    Map<String, RecordedArray> arrays = new LinkedHashMap<>();
    collect("", node, arrays);
    return Collections.unmodifiableMap(arrays);
  }

  private static void collect(String path, JsonNode node, Map<String, RecordedArray> arrays) {
    if (node.has("shape") && node.has("data")) {
      arrays.put(path, of(node));
    } else if (node.isObject()) {
      node.properties()
          .forEach(
              field -> {
                String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                collect(name, field.getValue(), arrays);
              });
    } else if (!node.isMissingNode() && !node.isNull()) {
      throw new IllegalArgumentException("\"" + path + "\" is not an array with shape and data");
    }
  }

  private static RecordedArray of(JsonNode node) {
    long[] shape = elements(node.get("shape")).mapToLong(JsonNode::asLong).toArray();
    double[] data = elements(node.get("data")).mapToDouble(RecordedArray::number).toArray();
    return new RecordedArray(new Shape(shape), data);
  }

  /** NaN and infinities may come as words. */
  private static double number(JsonNode node) {
    return node.isTextual() ? Double.parseDouble(node.textValue()) : node.asDouble();
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
