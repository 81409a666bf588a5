package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Bank;
import io.dyad.api.DataException;
import io.dyad.api.Rows;

/**
 * A bank that keeps the newest rows. It is replaced, not written in place, because the rows of a
 * step may still be part of that step's graph.
 */
final class FeatureQueue implements Bank {
  private final String name;
  private final Rows source;
  private final long capacity;
  private final boolean normalize;
  private final NDManager manager;
  private NDArray rows;

  /**
   * Creates a queue.
   *
   * @param source the rows of a step that fill it
   * @param normalize whether rows are scaled to unit length when they are put in
   * @param first rows of the right width, or none of them; their manager owns those to come
   */
  FeatureQueue(String name, Rows source, long capacity, boolean normalize, NDArray first) {
    this.name = name;
    this.source = source;
    this.capacity = capacity;
    this.normalize = normalize;
    this.manager = first.getManager();
    this.rows = first;
  }

  /** Returns which rows of a step fill it. */
  Rows source() {
    return source;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public NDArray rows() {
    return rows;
  }

  @Override
  public long size() {
    return rows.getShape().get(0);
  }

  @Override
  public long capacity() {
    return capacity;
  }

  /** Appends rows, dropping the oldest beyond the capacity. */
  void push(NDArray newest) {
    try (NDArray together = rows.concat(normalize ? unit(newest) : newest, 0)) {
      long total = together.getShape().get(0);
      long first = Math.max(0, total - capacity);
      try (NDArray kept = together.get(new NDIndex().addSliceDim(first, total))) {
        replace(kept);
      }
    }
  }

  /** Returns rows of unit length, in the manager of the given ones. */
  static NDArray unit(NDArray rows) {
    return rows.div(rows.norm(new int[] {-1}, true).maximum(1e-12));
  }

  /** Takes the rows of a checkpoint. */
  void restore(NDArray saved) {
    Shape row = rows.getShape().slice(1);
    if (saved.getShape().dimension() != row.dimension() + 1
        || saved.getShape().get(0) > capacity
        || !saved.getShape().slice(1).equals(row)) {
      throw new DataException(
          "bank \"%s\" holds up to %d rows of shape %s; the checkpoint has %s"
              .formatted(name, capacity, row, saved.getShape()));
    }
    replace(saved);
  }

  private void replace(NDArray kept) {
    NDArray copy = OwnedCopy.of(kept, manager);
    rows.close();
    rows = copy;
  }
}
