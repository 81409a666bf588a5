package io.dyad.api;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Optional;

/**
 * How the stacked anchors of a {@link Contrast} relate to its stacked keys: the weight of each pair
 * as a positive and in the denominator. A pair with both weights zero is ignored.
 *
 * @since 0.1
 */
@Stable
public interface Relation {
  /**
   * Returns a relation of given weights: labels, clusters, soft predictions.
   *
   * @param positive the weight of each pair as a positive, shape (anchors, keys)
   * @param denominator the weight of each pair in the denominator, same shape
   * @throws IllegalArgumentException if the shapes differ or are no matrices
   */
  static Relation of(NDArray positive, NDArray denominator) {
    return new WeightRelation(positive, denominator);
  }

  /**
   * Returns a relation that follows a pattern; weights are only computed for a loss that asks for
   * blocks. An anchor and a key are the same view if their addresses are equal.
   *
   * @param anchors views of {@code samples} rows each, as in the contrast
   * @param keys views of {@code samples} rows each, as in the contrast
   * @param manager owns the blocks
   */
  static Relation of(
      Structure structure, List<Rows> anchors, List<Rows> keys, long samples, NDManager manager) {
    return new PatternRelation(structure, anchors, keys, samples, manager);
  }

  /** Returns the pattern, if there is one; a loss that knows it needs no weights. */
  Optional<Structure> structure();

  /**
   * Returns the weights of the anchors {@code fromRow} (inclusive) to {@code toRow} (exclusive)
   * against all keys, in arrays of the step's manager.
   */
  Block block(long fromRow, long toRow);

  /**
   * Weights of some anchors against all keys.
   *
   * @since 0.1
   */
  @Stable
  final class Block {
    private final NDArray positive;
    private final NDArray denominator;

    private Block(NDArray positive, NDArray denominator) {
      this.positive = positive;
      this.denominator = denominator;
    }

    /** Returns a block; both arrays have shape (anchors, keys) and are not negative. */
    public static Block of(NDArray positive, NDArray denominator) {
      return new Block(positive, denominator);
    }

    /** Returns the weight of each pair as a positive, shape (anchors, keys). */
    public NDArray positive() {
      return positive;
    }

    /** Returns the weight of each pair in the denominator, shape (anchors, keys). */
    public NDArray denominator() {
      return denominator;
    }
  }
}
