package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Rows;

/** Lets reference vectors at the queue that training uses, which the runtime keeps to itself. */
public final class QueueUnderTest {
  private final FeatureQueue queue;

  /** Fills a queue to its capacity, the oldest row first. */
  public QueueUnderTest(NDArray oldestFirst) {
    NDManager manager = oldestFirst.getManager();
    Shape shape = oldestFirst.getShape();
    NDArray empty = manager.zeros(new Shape(0, shape.get(1)), oldestFirst.getDataType());
    queue =
        new FeatureQueue(
            "queue", Rows.of("view-2", "projection").target(), shape.get(0), false, empty);
    queue.push(oldestFirst);
  }

  /** Puts in the rows of a step. */
  public void push(NDArray rows) {
    queue.push(rows);
  }

  /** Returns a copy of the rows, oldest first. */
  public NDArray rows() {
    return queue.rows().get(new NDIndex("...")).duplicate();
  }
}
