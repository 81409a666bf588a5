package io.dyad.runtime.evaluation;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/** How {@code solver = sgd} of the {@code linear-probe} evaluator descends. */
public record DescentOptions(
    @Doc("how often each sample is seen") @Default("10") @Bound("[1, inf)") int epochs,
    @Doc("samples of a step") @Default("1024") @Bound("[1, inf)") int batchSize,
    @Doc("first rate, in units of one over the mean squared length of a row and its bias")
        @Default("1")
        @Bound("(0, inf)")
        double learningRate) {}
