package io.dyad.contract;

import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.contract.harness.InBatchPairs;
import java.util.Set;

/**
 * What the author of a loss says of it. A loss is taken to treat views and samples alike, not to
 * see the length of rows, to be the mean over its samples, and to send a gradient to every row it
 * reads; one that does not overrides, and the opposite is checked.
 */
public abstract class LossDeclarations extends StepContract<Loss> {
  LossDeclarations() {}

  /** Returns the pairs of a step: by default other views are positives, other samples negatives. */
  protected Pairs pairs(Encoded encoded, StepContext context) {
    return InBatchPairs.pattern(encoded, Embeddings.PROJECTION, context);
  }

  /** Returns the symmetries that the loss does not have. */
  protected Set<Symmetry> broken() {
    return Set.of();
  }

  /** Returns how the loss of a batch follows from those of its halves. */
  protected Sharding sharding() {
    return Sharding.MEAN_OF_SHARDS;
  }

  /** Returns the rows that the loss reads without sending a gradient there. */
  protected Set<Rows> stopped() {
    return Set.of();
  }

  /**
   * Returns whether the gradient of an input, by the name of its rows or of the parameter, is that
   * of the value. It is not where a loss reads the same array twice and stops one of the gradients;
   * then it must differ from central differences.
   */
  protected boolean gradientIsWhole(String input) {
    return true;
  }
}
