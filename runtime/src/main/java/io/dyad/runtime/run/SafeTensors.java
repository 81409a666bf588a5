package io.dyad.runtime.run;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import io.dyad.api.DataException;
import io.dyad.toolkit.file.AtomicFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named arrays in a {@code .safetensors} file of any size. Bytes go between the file and the memory
 * of the arrays; nothing of their size is allocated in Java.
 */
public final class SafeTensors {
  /** A view in Java memory cannot be 2 GiB or larger, so arrays pass in parts. */
  private static final long PART_BYTES = 256L << 20;

  private final long partBytes;

  /** Creates a reader and writer. */
  public SafeTensors() {
    this(PART_BYTES);
  }

  SafeTensors(long partBytes) {
    this.partBytes = partBytes;
  }

  /**
   * Writes arrays in the order of the map, to a file that is there whole or not at all.
   *
   * @param tensors float32, float64, int64, int32, uint8 or bool, on any device
   * @throws IllegalArgumentException if an array has another type
   * @throws io.dyad.api.DyadException naming path and cause if the file cannot be written
   */
  public void write(Path path, Map<String, NDArray> tensors, Map<String, String> metadata) {
    AtomicFile.write(path, stream -> write(stream, tensors, metadata));
  }

  /** Writes the content of such a file to a stream. */
  void write(OutputStream stream, Map<String, NDArray> tensors, Map<String, String> metadata)
      throws IOException {
    stream.write(SafeTensorsHeader.encode(tensors, metadata));
    WritableByteChannel channel = Channels.newChannel(stream);
    for (NDArray tensor : tensors.values()) {
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        NDArray local = tensor.stopGradient().toDevice(Device.cpu(), false);
        eachPart(local, part -> channel.write(part));
      }
    }
  }

  /**
   * Reads all arrays, in the order of the file's header.
   *
   * @param manager owner of the arrays; they are on its device
   * @throws DataException naming the file if it is missing, cut short, or its header is malformed,
   *     repeats a name, overlaps, leaves the file, or has a type that is not supported
   */
  public Map<String, NDArray> read(Path path, NDManager manager) {
    Map<String, NDArray> tensors = new LinkedHashMap<>();
    try (FileChannel channel = FileChannel.open(path);
        NDManager loading = manager.newSubManager()) {
      SafeTensorsHeader header = SafeTensorsHeader.read(channel, path);
      for (Map.Entry<String, TensorEntry> tensor : header.tensors().entrySet()) {
        long position = header.dataStart() + tensor.getValue().begin();
        tensors.put(tensor.getKey(), read(channel, position, tensor.getValue(), loading));
      }
      tensors.values().forEach(array -> array.attach(manager));
    } catch (IOException cause) {
      throw ReadFailure.of(path, cause);
    }
    return Collections.unmodifiableMap(tensors);
  }

  /**
   * Reads the header alone, with every check of {@link #read}.
   *
   * @throws DataException as {@link #read}
   */
  static void check(Path path) {
    try (FileChannel channel = FileChannel.open(path)) {
      SafeTensorsHeader.read(channel, path);
    } catch (IOException cause) {
      throw ReadFailure.of(path, cause);
    }
  }

  private NDArray read(FileChannel channel, long start, TensorEntry entry, NDManager manager)
      throws IOException {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray local = manager.create(entry.shape(), entry.type().dataType(), Device.cpu());
      long[] position = {start};
      eachPart(
          local,
          part -> {
            int length = part.remaining();
            fill(channel, position[0], part);
            position[0] += length;
          });
      NDArray array = local.toDevice(manager.getDevice(), false);
      NDScope.unregister(array);
      return array;
    }
  }

  private interface Part {
    /** Takes a buffer that shares the array's memory where the array is contiguous. */
    void take(ByteBuffer memory) throws IOException;
  }

  private void eachPart(NDArray array, Part part) throws IOException {
    NDArray flat = array.flatten();
    long step = Math.max(1, partBytes / array.getDataType().getNumOfBytes());
    for (long from = 0; from < flat.size(); from += step) {
      long to = Math.min(flat.size(), from + step);
      part.take(flat.get(new NDIndex("{}:{}", from, to)).toByteBuffer(true));
    }
  }

  /** Fills a buffer from a position of a file. */
  static void fill(FileChannel channel, long position, ByteBuffer buffer) throws IOException {
    long at = position;
    while (buffer.hasRemaining()) {
      int count = channel.read(buffer, at);
      if (count < 0) {
        throw new EOFException("the file ends at byte " + at);
      }
      at += count;
    }
  }
}
