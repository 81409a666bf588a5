package io.dyad.toolkit.file;

import io.dyad.api.Stable;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * NumPy's {@code .npz}: named arrays in a zip file, stored or deflated.
 *
 * @since 0.1
 */
@Stable
public final class Npz {
  private Npz() {}

  /**
   * Reads all arrays, in the order of the file.
   *
   * @throws io.dyad.api.DataException naming file and array if something is wrong with one
   */
  public static Map<String, NpyArray> read(Path path) {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    try (NpzReader reader = NpzReader.open(path)) {
      reader.names().forEach(name -> arrays.put(name, reader.read(name)));
    }
    return Collections.unmodifiableMap(arrays);
  }

  /**
   * Writes arrays, compressed, to a file that is there whole or not at all.
   *
   * @throws io.dyad.api.DyadException naming path and cause if it cannot be written
   */
  public static void write(Path path, Map<String, NpyArray> arrays) {
    AtomicFile.write(
        path,
        stream -> {
          try (NpzWriter writer = new NpzWriter(stream, true)) {
            for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
              writer.write(array.getKey(), array.getValue());
            }
          }
        });
  }
}
