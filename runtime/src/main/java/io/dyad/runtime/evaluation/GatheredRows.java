package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;

/** Copies rows that come in parts into one array, which is made once if its size is as expected. */
final class GatheredRows {
  private final NDManager owner;
  private long capacity;
  private long count;
  private Optional<NDArray> all = Optional.empty();

  /** Creates an array to be filled; {@code expected} rows fit without another copy. */
  GatheredRows(NDManager owner, long expected) {
    this.owner = owner;
    capacity = expected;
  }

  /** Copies rows, of the shape and type of those before. */
  void add(NDArray rows) {
    long needed = count + rows.getShape().get(0);
    if (needed > capacity) {
      capacity = Math.max(needed, 2 * capacity);
      all = all.map(full -> copied(full, count));
    }
    NDArray target = all.orElseGet(() -> room(rows));
    target.set(new NDIndex("{}:{}", count, needed), rows);
    all = Optional.of(target);
    count = needed;
  }

  /** Returns the array, owned by the manager; there must have been rows. */
  NDArray rows() {
    NDArray full = all.orElseThrow();
    if (count < capacity) {
      capacity = count;
      full = copied(full, count);
    }
    return full;
  }

  private NDArray copied(NDArray from, long rows) {
    NDArray copy = room(from);
    NDIndex first = new NDIndex("{}:{}", 0, rows);
    try (NDArray old = from;
        NDArray some = old.get(first)) {
      copy.set(first, some);
    }
    return copy;
  }

  private NDArray room(NDArray like) {
    Shape shape = new Shape(capacity).addAll(like.getShape().slice(1));
    NDArray room = owner.create(shape, like.getDataType());
    NDScope.unregister(room);
    return room;
  }
}
