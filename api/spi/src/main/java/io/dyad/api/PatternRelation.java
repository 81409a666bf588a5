package io.dyad.api;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Optional;

/** Weights that follow from a {@link Structure}. */
final class PatternRelation implements Relation {
  private final Structure structure;
  private final List<Rows> anchors;
  private final List<Rows> keys;
  private final int samples;
  private final NDManager manager;

  PatternRelation(
      Structure structure, List<Rows> anchors, List<Rows> keys, long samples, NDManager manager) {
    this.structure = structure;
    this.anchors = List.copyOf(anchors);
    this.keys = List.copyOf(keys);
    this.samples = Math.toIntExact(samples);
    this.manager = manager;
  }

  @Override
  public Optional<Structure> structure() {
    return Optional.of(structure);
  }

  @Override
  public Block block(long fromRow, long toRow) {
    int from = Math.toIntExact(fromRow);
    int rows = Math.toIntExact(toRow - fromRow);
    int width = keys.size() * samples;
    float[] positive = new float[rows * width];
    float[] denominator = new float[rows * width];
    for (int row = 0; row < rows; row++) {
      Rows anchor = anchors.get((from + row) / samples);
      int sample = (from + row) % samples;
      for (int key = 0; key < keys.size(); key++) {
        boolean own = anchor.equals(keys.get(key));
        int start = row * width + key * samples;
        boolean others = own ? structure.sameView() : structure.crossView();
        for (int other = 0; other < samples; other++) {
          denominator[start + other] = others ? 1 : 0;
        }
        positive[start + sample] = own ? 0 : 1;
        denominator[start + sample] = !own && structure.partnerInDenominator() ? 1 : 0;
      }
    }
    Shape shape = new Shape(rows, width);
    NDArray positives = manager.create(positive, shape);
    return Block.of(positives, manager.create(denominator, shape));
  }
}
