package io.dyad.contrast.pairs;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Relation;
import io.dyad.api.Structure;
import java.util.Optional;

/** Anchors are the first of the keys; those of one label are positives, all but itself count. */
record LabelRelation(NDArray labels, NDManager manager) implements Relation {
  @Override
  public Optional<Structure> structure() {
    return Optional.empty();
  }

  @Override
  public Block block(long fromRow, long toRow) {
    NDArray anchors = labels.get(new NDIndex().addSliceDim(fromRow, toRow));
    NDArray alike = anchors.reshape(-1, 1).eq(labels);
    NDArray itself = positions(fromRow, toRow).reshape(-1, 1).eq(positions(0, labels.size()));
    return Block.of(
        itself.logicalXor(alike).toType(DataType.FLOAT32, false),
        itself.logicalNot().toType(DataType.FLOAT32, false));
  }

  private NDArray positions(long from, long to) {
    return manager.arange(Math.toIntExact(from), Math.toIntExact(to), 1, DataType.INT64);
  }
}
