package io.dyad.contrast.pairs;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * The labels of the newest rows of a bank that takes one row a sample, for what is observed; older
 * rows, such as the random ones of the start, have none.
 */
final class BankLabels {
  private final NDManager manager;
  private NDArray labels;

  /** Knows no labels yet; the manager owns those to come. */
  BankLabels(NDManager manager) {
    this.manager = manager;
    labels = manager.create(new Shape(0), DataType.INT64);
  }

  NDArray labels() {
    return labels;
  }

  /** Takes labels over from a checkpoint. */
  void replace(NDArray newer) {
    NDArray copy = newer.duplicate();
    copy.attach(manager);
    NDScope.unregister(copy);
    labels.close();
    labels = copy;
  }

  /** Adds the labels of rows that the bank takes in, and keeps no more than {@code most}. */
  void push(NDArray newest, long most) {
    replace(newest(labels.concat(newest, 0), most));
  }

  /**
   * Returns the share of neighbours of the right label among those whose label is known.
   *
   * @param nearest positions in the bank, int64, shape (N)
   * @param wanted labels of the samples that look, int64, shape (N)
   * @param size how many rows the bank has
   * @return shape (), 0 if no label is known
   */
  NDArray share(NDArray nearest, NDArray wanted, long size) {
    NDArray seen = newest(labels, size);
    NDArray unknown = manager.ones(new Shape(size - seen.size()), DataType.INT64).neg();
    NDArray found = unknown.concat(seen, 0).get(new NDIndex("{}", nearest));
    NDArray known = found.gte(found.zerosLike()).toType(DataType.FLOAT32, false);
    NDArray right = found.eq(wanted).toType(DataType.FLOAT32, false).mul(known).sum();
    NDArray count = known.sum();
    return right.div(count.maximum(count.onesLike()));
  }

  private static NDArray newest(NDArray all, long most) {
    long total = all.size();
    return all.get(new NDIndex().addSliceDim(Math.max(0, total - most), total));
  }
}
