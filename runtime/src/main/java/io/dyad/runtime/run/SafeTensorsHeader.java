package io.dyad.runtime.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dyad.api.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a safetensors file says about itself: eight bytes of length, then JSON.
 *
 * @param tensors by name, in the order of the JSON
 * @param dataStart where the bytes of the tensors begin in the file
 */
record SafeTensorsHeader(
    Map<String, TensorEntry> tensors, Map<String, String> metadata, long dataStart) {
  private static final String METADATA = "__metadata__";
  private static final int MAX_LENGTH = 16 << 20;
  private static final int ALIGNMENT = 8;

  /** Describes tensors as they will lie in a file, one after the other. */
  static byte[] encode(Map<String, NDArray> tensors, Map<String, String> metadata) {
    Map<String, Object> header = new LinkedHashMap<>();
    if (!metadata.isEmpty()) {
      header.put(METADATA, metadata);
    }
    long begin = 0;
    for (Map.Entry<String, NDArray> tensor : tensors.entrySet()) {
      if (tensor.getKey().equals(METADATA)) {
        throw new IllegalArgumentException("a tensor cannot be called " + METADATA);
      }
      TensorEntry entry = TensorEntry.of(tensor.getKey(), tensor.getValue(), begin);
      header.put(tensor.getKey(), entry.describe());
      begin = entry.end();
    }
    byte[] json = Json.line(header).getBytes(UTF_8);
    int length = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (length > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "the names of %d tensors take more than %d bytes".formatted(tensors.size(), MAX_LENGTH));
    }
    return ByteBuffer.allocate(Long.BYTES + length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(length)
        .put(json)
        .put(" ".repeat(length - json.length).getBytes(UTF_8))
        .array();
  }

  /**
   * Reads and checks the header of an open file.
   *
   * @throws DataException naming the file, and the tensor if it is about one
   */
  static SafeTensorsHeader read(FileChannel channel, Path path) throws IOException {
    long size = channel.size();
    if (size < Long.BYTES) {
      throw new DataException("%s: %d bytes are no safetensors file".formatted(path, size));
    }
    long length = bytes(channel, 0, Long.BYTES).getLong();
    if (length < 2 || length > MAX_LENGTH || length > size - Long.BYTES) {
      throw new DataException(
          "%s: claims a header of %d bytes; the file has %d, and at most %d are read"
              .formatted(path, length, size, MAX_LENGTH));
    }
    JsonNode root = json(bytes(channel, Long.BYTES, (int) length).array(), path);
    long dataStart = Long.BYTES + length;
    Map<String, TensorEntry> tensors = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (field.getKey().equals(METADATA)) {
        field.getValue().properties().forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
      } else {
        String place = "%s, tensor \"%s\"".formatted(path, field.getKey());
        tensors.put(field.getKey(), TensorEntry.parse(field.getValue(), place, size - dataStart));
      }
    }
    mustFillTheFile(tensors, size - dataStart, path);
    return new SafeTensorsHeader(tensors, metadata, dataStart);
  }

  private static JsonNode json(byte[] text, Path path) {
    try {
      JsonNode root = Json.MAPPER.readTree(text);
      if (!root.isObject()) {
        throw new DataException(path + ": the header is no JSON object");
      }
      return root;
    } catch (JsonProcessingException cause) {
      throw new DataException(
          "%s: the header is not readable: %s".formatted(path, cause.getOriginalMessage()), cause);
    } catch (IOException cause) {
      throw new DataException("%s: the header is not readable".formatted(path), cause);
    }
  }

  /** The format allows neither overlaps nor gaps: both could hide something. */
  private static void mustFillTheFile(Map<String, TensorEntry> tensors, long available, Path path) {
    List<Map.Entry<String, TensorEntry>> ordered =
        tensors.entrySet().stream()
            .sorted(
                Comparator.comparingLong((Map.Entry<String, TensorEntry> e) -> e.getValue().begin())
                    .thenComparingLong(e -> e.getValue().end()))
            .toList();
    long position = 0;
    for (Map.Entry<String, TensorEntry> tensor : ordered) {
      if (tensor.getValue().begin() != position) {
        throw new DataException(
            "%s, tensor \"%s\": its data %s"
                .formatted(
                    path,
                    tensor.getKey(),
                    tensor.getValue().begin() < position
                        ? "overlaps with another tensor's"
                        : "comes after a gap"));
      }
      position = tensor.getValue().end();
    }
    if (position != available) {
      throw new DataException(
          "%s: %d bytes of data, of which the header describes %d"
              .formatted(path, available, position));
    }
  }

  private static ByteBuffer bytes(FileChannel channel, long position, int length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    SafeTensors.fill(channel, position, buffer);
    return buffer.flip();
  }
}
