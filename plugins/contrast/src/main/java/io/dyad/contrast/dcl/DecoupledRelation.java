package io.dyad.contrast.dcl;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Relation;
import io.dyad.api.Structure;
import java.util.Optional;

/** The same pairs, but positives do not count in the denominator. */
record DecoupledRelation(Relation relation) implements Relation {
  @Override
  public Optional<Structure> structure() {
    return relation
        .structure()
        .map(pattern -> Structure.of(pattern.sameView(), pattern.crossView(), false));
  }

  @Override
  public Block block(long fromRow, long toRow) {
    Block block = relation.block(fromRow, toRow);
    NDArray negative = block.positive().sign().logicalNot();
    return Block.of(
        block.positive(),
        block.denominator().mul(negative.toType(block.denominator().getDataType(), false)));
  }
}
