package io.dyad.api;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.Optional;

/** Weights that are there as matrices. */
final class WeightRelation implements Relation {
  private final NDArray positive;
  private final NDArray denominator;

  WeightRelation(NDArray positive, NDArray denominator) {
    if (positive.getShape().dimension() != 2
        || !positive.getShape().equals(denominator.getShape())) {
      throw new IllegalArgumentException(
          "weights of pairs must be two matrices of the same shape (anchors, keys), got "
              + positive.getShape()
              + " and "
              + denominator.getShape());
    }
    this.positive = positive;
    this.denominator = denominator;
  }

  @Override
  public Optional<Structure> structure() {
    return Optional.empty();
  }

  @Override
  public Block block(long fromRow, long toRow) {
    NDIndex rows = new NDIndex().addSliceDim(fromRow, toRow);
    return Block.of(positive.get(rows), denominator.get(rows));
  }
}
