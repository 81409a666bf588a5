package io.dyad.runtime.evaluation;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Embeddings;
import io.dyad.api.Targets;

/** The protocol of the {@code linear-probe} evaluator. */
public record LinearProbeOptions(
    @Doc("how many training samples are used, the first of the split; 0: all")
        @Default("0")
        @Bound("[0, inf)")
        int samples,
    @Doc("how features are scaled: unit rows, standard columns, or none") @Default("unit")
        Scaling scaling,
    @Doc("weight of half the squared norm, divided by the number of samples")
        @Default("1")
        @Bound("[0, inf)")
        double penalty,
    @Doc("lbfgs solves to convergence; sgd takes mini-batches, for very many samples")
        @Default("lbfgs")
        Solver solver,
    @Doc("most iterations of lbfgs") @Default("300") @Bound("[1, inf)") int iterations,
    @Doc("how sgd descends") @Default("{}") DescentOptions descent,
    @Doc("the output that is probed") @Default(Embeddings.REPRESENTATION) String output,
    @Doc("the split that is fitted") @Default("train") String fit,
    @Doc("the split that is classified") @Default("test") String test,
    @Doc("the target that is predicted, a class by number") @Default(Targets.LABEL) String target) {

  /** How the weights are found. */
  public enum Solver {
    /** All samples at each step, until the gradient vanishes. */
    LBFGS,
    /** Mini-batches in an order drawn from the seed. */
    SGD
  }

  /** How features are scaled before the fit. */
  public enum Scaling {
    /** Each row has length one. */
    UNIT,
    /** Each column has mean 0 and deviation 1 over the fitted samples. */
    STANDARD,
    /** As they are. */
    NONE
  }
}
