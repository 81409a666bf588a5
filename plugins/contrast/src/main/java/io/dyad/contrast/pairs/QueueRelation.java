package io.dyad.contrast.pairs;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Relation;
import io.dyad.api.Structure;
import java.util.Optional;

/** Anchor i against as many keys, of which key i is its partner, and negatives after them. */
record QueueRelation(long samples, long queued, boolean partnerInDenominator, NDManager manager)
    implements Relation {
  @Override
  public Optional<Structure> structure() {
    return Optional.empty();
  }

  @Override
  public Block block(long fromRow, long toRow) {
    NDArray positive =
        positions(fromRow, toRow)
            .reshape(-1, 1)
            .eq(positions(0, samples + queued))
            .toType(DataType.FLOAT32, false);
    NDArray negatives =
        manager
            .zeros(new Shape(toRow - fromRow, samples))
            .concat(manager.ones(new Shape(toRow - fromRow, queued)), 1);
    return Block.of(positive, partnerInDenominator ? negatives.add(positive) : negatives);
  }

  private NDArray positions(long from, long to) {
    return manager.arange(Math.toIntExact(from), Math.toIntExact(to), 1, DataType.INT64);
  }
}
