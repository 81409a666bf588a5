package io.dyad.contrast.wrapper;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.Structure;
import io.dyad.toolkit.kernel.Concatenation;
import java.util.List;
import java.util.Optional;

/**
 * Some of the anchors and keys of a contrast, in a relation that is the same between them.
 *
 * @param outer the relation of all
 * @param anchors which of the anchors
 * @param keys which of the keys
 * @param samples rows of each anchor and of each key
 */
record PartOfContrast(Relation outer, List<Integer> anchors, List<Integer> keys, long samples)
    implements Relation {

  static Contrast of(
      Contrast whole,
      List<Integer> anchors,
      List<Integer> keys,
      Encoded encoded,
      StepContext context) {
    List<Rows> anchorRows = anchors.stream().map(whole.anchors()::get).toList();
    List<Rows> keyRows = keys.stream().map(whole.keys()::get).toList();
    long samples = encoded.get(anchorRows.get(0)).getShape().get(0);
    Relation relation =
        whole
            .relation()
            .structure()
            .map(pattern -> Relation.of(pattern, anchorRows, keyRows, samples, context.manager()))
            .orElseGet(() -> new PartOfContrast(whole.relation(), anchors, keys, samples));
    return Contrast.of(anchorRows, keyRows, relation);
  }

  @Override
  public Optional<Structure> structure() {
    return Optional.empty();
  }

  @Override
  public Block block(long fromRow, long toRow) {
    NDList positive = new NDList();
    NDList denominator = new NDList();
    for (long from = fromRow;
        from < toRow;
        from = Math.min(toRow, (from / samples + 1) * samples)) {
      long first = anchors.get(Math.toIntExact(from / samples)) * samples + from % samples;
      long count = Math.min(toRow - from, samples - from % samples);
      Block rows = outer.block(first, first + count);
      positive.add(columns(rows.positive()));
      denominator.add(columns(rows.denominator()));
    }
    return Block.of(Concatenation.of(positive, 0), Concatenation.of(denominator, 0));
  }

  private NDArray columns(NDArray rows) {
    NDList chosen = new NDList();
    for (int key : keys) {
      chosen.add(
          rows.get(new NDIndex().addAllDim().addSliceDim(key * samples, (key + 1) * samples)));
    }
    return Concatenation.of(chosen, 1);
  }
}
