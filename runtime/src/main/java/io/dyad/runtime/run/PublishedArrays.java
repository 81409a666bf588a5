package io.dyad.runtime.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.dyad.toolkit.file.AtomicFile;
import io.dyad.toolkit.file.NpyArray;
import io.dyad.toolkit.file.NpzWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What parts published between epochs, as a file that NumPy reads. */
final class PublishedArrays {
  private static final String PUBLISHED = "published/";

  private PublishedArrays() {}

  /** Writes those among the arrays of a run; nothing if there are none. */
  static void write(Path path, Map<String, NDArray> tensors) {
    Map<String, NpyArray> arrays = new TreeMap<>();
    tensors.forEach(
        (name, array) -> {
          if (name.startsWith(PUBLISHED)) {
            arrays.put(name.substring(PUBLISHED.length()), host(array));
          }
        });
    if (!arrays.isEmpty()) {
      AtomicFile.write(
          path,
          stream -> {
            try (NpzWriter npz = new NpzWriter(stream, false)) {
              for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
                npz.write(array.getKey(), array.getValue());
              }
            }
          });
    }
  }

  private static NpyArray host(NDArray array) {
    long[] shape = array.getShape().getShape();
    if (array.getDataType() == DataType.INT64) {
      return NpyArray.of(array.toLongArray(), shape);
    }
    try (NDArray numbers = array.toType(DataType.FLOAT64, true)) {
      return NpyArray.of(numbers.toDoubleArray(), shape);
    }
  }
}
