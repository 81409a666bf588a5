package io.dyad.api;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.Map;

/** Overwrites arrays in place, refusing anything that does not fit. */
final class StateCopy {
  /**
   * Writes into the array's own memory; {@code copyTo} would replace it under the feet of views.
   */
  private static final NDIndex ALL = new NDIndex("...");

  private StateCopy() {}

  static void copy(Map<String, NDArray> saved, Map<String, NDArray> current) {
    if (!saved.keySet().equals(current.keySet())) {
      throw new DataException(
          "saved state holds " + saved.keySet() + " but " + current.keySet() + " is expected");
    }
    current.forEach(
        (name, array) -> {
          NDArray source = requireNonNull(saved.get(name));
          if (!source.getShape().equals(array.getShape())
              || source.getDataType() != array.getDataType()) {
            throw new DataException(
                String.format(
                    "saved state %s is %s %s but %s %s is expected",
                    name,
                    source.getDataType(),
                    source.getShape(),
                    array.getDataType(),
                    array.getShape()));
          }
          array.set(ALL, source);
        });
  }
}
