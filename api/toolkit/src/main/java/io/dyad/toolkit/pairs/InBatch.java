package io.dyad.toolkit.pairs;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.Stable;
import io.dyad.api.Structure;
import java.util.List;
import java.util.Optional;

/**
 * The relation of aligned views of one batch: row i of each view shows sample i. It is described by
 * a {@link Structure}, and can write its weights out for losses that want them.
 *
 * @since 0.1
 */
@Stable
public final class InBatch implements Relation {
  private final Structure structure;
  private final List<String> anchorViews;
  private final List<String> keyViews;
  private final long sampleCount;
  private final DataType type;
  private final NDManager manager;

  private InBatch(
      Structure structure, List<Rows> anchors, List<Rows> keys, NDArray like, NDManager manager) {
    this.structure = structure;
    this.anchorViews = anchors.stream().map(Rows::view).toList();
    this.keyViews = keys.stream().map(Rows::view).toList();
    this.sampleCount = like.getShape().get(0);
    this.type = like.getDataType();
    this.manager = manager;
  }

  /**
   * Returns the relation of stacked views.
   *
   * @param anchors views in the order they are stacked; views are the same if their names are
   * @param keys views in the order they are stacked
   * @param like the rows of one of them, which tell the number of samples and the type of weights
   * @param manager owns the blocks
   */
  public static InBatch of(
      Structure structure, List<Rows> anchors, List<Rows> keys, NDArray like, NDManager manager) {
    return new InBatch(structure, anchors, keys, like, manager);
  }

  @Override
  public Optional<Structure> structure() {
    return Optional.of(structure);
  }

  @Override
  public Block block(long fromRow, long toRow) {
    int samples = Math.toIntExact(sampleCount);
    int width = samples * keyViews.size();
    Shape shape = new Shape(toRow - fromRow, width);
    double[] positive = new double[Math.toIntExact(shape.size())];
    double[] denominator = new double[positive.length];
    for (int at = 0; at < positive.length; at++) {
      int anchor = (int) fromRow + at / width;
      int key = at % width;
      boolean partner = anchor % samples == key % samples;
      if (!anchorViews.get(anchor / samples).equals(keyViews.get(key / samples))) {
        positive[at] = partner ? 1 : 0;
        denominator[at] =
            (partner ? structure.partnerInDenominator() : structure.crossView()) ? 1 : 0;
      } else if (!partner) {
        denominator[at] = structure.sameView() ? 1 : 0;
      }
    }
    return Block.of(array(positive, shape), array(denominator, shape));
  }

  private NDArray array(double[] weights, Shape shape) {
    return manager.create(weights, shape).toType(type, false);
  }
}
