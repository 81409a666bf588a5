package io.dyad.contract.check;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What arrays held at a moment, to the bit: a copy in Java's memory that outlives them. */
public final class Snapshot {
  private record Held(DataType type, Shape shape, ByteBuffer bytes) {}

  private final Map<String, Held> held = new LinkedHashMap<>();

  private Snapshot() {}

  /** Returns what named arrays hold now. */
  public static Snapshot of(Map<String, NDArray> arrays) {
    Snapshot snapshot = new Snapshot();
    arrays.forEach(
        (name, array) -> {
          try (NDArray detached = array.stopGradient()) {
            ByteBuffer bytes = ByteBuffer.wrap(detached.toByteArray());
            snapshot.held.put(name, new Held(array.getDataType(), array.getShape(), bytes));
          }
        });
    return snapshot;
  }

  /** Returns what arrays hold now, named by their position. */
  public static Snapshot of(Collection<NDArray> arrays) {
    Map<String, NDArray> named = new LinkedHashMap<>();
    arrays.forEach(array -> named.put("array " + named.size(), array));
    return of(named);
  }

  /** Returns the names of the arrays that are not the same in both, and what is different. */
  public List<String> differences(Snapshot other) {
    List<String> differences = new ArrayList<>();
    for (Map.Entry<String, Held> entry : held.entrySet()) {
      Held that = other.held.get(entry.getKey());
      if (that == null) {
        differences.add(entry.getKey() + " is missing");
      } else if (!entry.getValue().equals(that)) {
        differences.add(entry.getKey() + " " + difference(entry.getValue(), that));
      }
    }
    other.held.keySet().stream()
        .filter(name -> !held.containsKey(name))
        .forEach(name -> differences.add(name + " is new"));
    return differences;
  }

  private static String difference(Held first, Held second) {
    if (first.type() != second.type() || !first.shape().equals(second.shape())) {
      return "is %s %s and then %s %s"
          .formatted(first.type(), first.shape(), second.type(), second.shape());
    }
    int at = first.bytes().mismatch(second.bytes());
    int size = first.type().getNumOfBytes();
    return "differs from value %d on".formatted(at / Math.max(1, size));
  }

  /** Returns whether nothing was held. */
  public boolean isEmpty() {
    return held.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Snapshot that && held.equals(that.held);
  }

  @Override
  public int hashCode() {
    return requireNonNull(held).hashCode();
  }

  @Override
  public String toString() {
    return held.keySet().toString();
  }
}
