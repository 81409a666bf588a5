package io.dyad.runtime.evaluation;

import io.dyad.api.Bound;
import io.dyad.api.Data;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Embeddings;

/** The protocol of the {@code geometry} evaluator. */
public record GeometryOptions(
    @Doc("the output that is looked at") @Default(Embeddings.REPRESENTATION) String output,
    @Doc("the split it is computed for") @Default(Data.TRAIN) String split,
    @Doc("how many samples are used, spread evenly over the split; 0: all")
        @Default("2048")
        @Bound("[0, inf)")
        int samples,
    @Doc("whether the mean of the unit rows is removed before the rank is taken") @Default("true")
        boolean centre) {
  /** Checks that there are pairs. */
  public GeometryOptions {
    if (samples == 1) {
      throw new IllegalArgumentException("samples must be 0 (all) or at least 2, got 1");
    }
  }
}
