package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.ConfigurationException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Copies of all arrays of a run, by the name a procedure gave to the moment. What the procedure
 * itself remembers is no part of them: it would forget that it has been there before.
 */
final class Snapshots {
  private static final String PROCEDURE = "state/procedure";

  private final RunArrays arrays;
  private final NDManager manager;
  private final Map<String, Map<String, NDArray>> taken = new LinkedHashMap<>();

  Snapshots(RunArrays arrays, NDManager manager) {
    this.arrays = arrays;
    this.manager = manager;
  }

  void take(String name) {
    Map<String, NDArray> others = new LinkedHashMap<>(arrays.tensors());
    others.keySet().removeIf(array -> array.startsWith(PROCEDURE));
    put(name, others);
  }

  void putBack(String name) {
    Map<String, NDArray> copies = taken.get(name);
    if (copies == null) {
      throw new ConfigurationException(
          "there is no snapshot \"%s\" to rewind to; there is %s".formatted(name, taken.keySet()));
    }
    Map<String, NDArray> all = new LinkedHashMap<>(arrays.tensors());
    all.keySet().removeIf(array -> !array.startsWith(PROCEDURE));
    all.putAll(copies);
    arrays.restore(all);
  }

  /** Returns the copies by {@code SNAPSHOT/ARRAY}. */
  Map<String, NDArray> tensors() {
    Map<String, NDArray> all = new LinkedHashMap<>();
    taken.forEach(
        (snapshot, copies) ->
            copies.forEach((name, array) -> all.put(snapshot + "/" + name, array)));
    return all;
  }

  /** Makes these the only snapshots. */
  void restore(Map<String, NDArray> saved) {
    taken.values().forEach(copies -> copies.values().forEach(NDArray::close));
    taken.clear();
    Map<String, Map<String, NDArray>> snapshots = new LinkedHashMap<>();
    saved.forEach(
        (key, array) -> {
          int slash = key.indexOf('/');
          snapshots
              .computeIfAbsent(key.substring(0, slash), name -> new LinkedHashMap<>())
              .put(key.substring(slash + 1), array);
        });
    snapshots.forEach(this::put);
  }

  private void put(String name, Map<String, NDArray> tensors) {
    if (name.contains("/")) {
      throw new ConfigurationException("a snapshot's name must have no /, got \"" + name + "\"");
    }
    Map<String, NDArray> copies = new LinkedHashMap<>();
    tensors.forEach((key, array) -> copies.put(key, OwnedCopy.of(array, manager)));
    Map<String, NDArray> replaced = taken.put(name, copies);
    if (replaced != null) {
      replaced.values().forEach(NDArray::close);
    }
  }
}
