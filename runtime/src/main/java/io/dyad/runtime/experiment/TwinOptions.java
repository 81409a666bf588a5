package io.dyad.runtime.experiment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/** Options of a momentum twin. */
public record TwinOptions(
    @Doc("share of the old twin that a step keeps") @Default("0.99") @Bound("[0, 1]")
        double momentum,
    @Doc("constant, or cosine: rising to 1 at the end of training") @Default("constant")
        Schedule schedule) {}
