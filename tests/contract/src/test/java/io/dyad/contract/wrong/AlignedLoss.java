package io.dyad.contract.wrong;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.toolkit.kernel.Scalars;

/**
 * A right loss, to be made wrong: one minus the cosine of the two views of a sample, averaged over
 * the samples.
 */
class AlignedLoss implements Loss {
  static final Rows FIRST = Rows.of("view-1", Embeddings.PROJECTION);
  static final Rows SECOND = Rows.of("view-2", Embeddings.PROJECTION);

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    return value(total(encoded.get(FIRST), encoded.get(SECOND)), encoded, pairs, context);
  }

  /** Returns the loss of the rows of two views. */
  NDArray total(NDArray first, NDArray second) {
    return equation(unit(first), unit(second));
  }

  /** Returns the loss of unit rows. */
  NDArray equation(NDArray first, NDArray second) {
    return distances(first, second).mean();
  }

  /** Makes a value of the total. */
  LossValue value(NDArray total, Encoded encoded, Pairs pairs, StepContext context) {
    return LossValue.of(total);
  }

  /** Returns one minus the products of rows, shape (N). */
  static NDArray distances(NDArray first, NDArray second) {
    NDArray products = products(first, second);
    return Scalars.of(products, 1).sub(products);
  }

  /** Returns the products of rows, shape (N). */
  static NDArray products(NDArray first, NDArray second) {
    return first.mul(second).sum(new int[] {1});
  }

  static NDArray unit(NDArray rows) {
    return rows.normalize(2, 1);
  }
}
