package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.DataException;
import io.dyad.api.Evaluation;
import io.dyad.api.NumericException;

/** The forms in which evaluators take features and labels. */
final class Features {
  /** Rows that are looked at together. */
  private static final long CHUNK = 1024;

  private Features() {}

  /**
   * Returns an output for all samples of a split, one row a sample.
   *
   * @throws NumericException if a number is NaN or infinite: neighbours and classes that are chosen
   *     among such numbers look like a plausible accuracy
   */
  static NDArray of(Evaluation evaluation, String output, String split) {
    NDArray rows = flat(evaluation.embed(output, split));
    long count = broken(rows);
    if (count > 0) {
      throw new NumericException(
          "the %s of %d of the %d samples of split \"%s\" is not finite; the network has diverged: evaluate an earlier checkpoint, or train with a lower train.optimizer.learning-rate"
              .formatted(output, count, rows.getShape().get(0), split));
    }
    return rows;
  }

  private static long broken(NDArray rows) {
    long broken = 0;
    long total = rows.getShape().get(0);
    for (long from = 0; from < total; from += CHUNK) {
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        NDArray some = rows.get(new NDIndex("{}:{}", from, Math.min(total, from + CHUNK)));
        NDArray wrong = some.isNaN().logicalOr(some.isInfinite()).toType(DataType.INT64, false);
        broken += wrong.max(new int[] {1}).sum().getLong();
      }
    }
    return broken;
  }

  /** Returns one row a sample. */
  static NDArray flat(NDArray features) {
    return features.getShape().dimension() == 2
        ? features
        : features.reshape(features.getShape().get(0), -1);
  }

  /** Returns rows of unit length. */
  static NDArray unit(NDArray features) {
    return features.div(features.norm(new int[] {1}, true).maximum(1e-12));
  }

  /**
   * Returns how many classes the values of a target in both splits speak of.
   *
   * @throws DataException if there are fewer than two, or a value is unknown
   */
  static long classes(String target, NDArray first, NDArray second) {
    long least = Math.min(first.min().getLong(), second.min().getLong());
    long most = Math.max(first.max().getLong(), second.max().getLong());
    if (least < 0) {
      throw new DataException(
          "evaluation needs the %s of every sample; some are unknown (-1)".formatted(target));
    }
    if (most == 0) {
      throw new DataException(
          "evaluation by %s needs at least two classes; the data has one. Leave out the evaluator, or choose data with more"
              .formatted(target));
    }
    return most + 1;
  }
}
