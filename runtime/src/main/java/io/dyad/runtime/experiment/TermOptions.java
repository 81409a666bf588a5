package io.dyad.runtime.experiment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Loss;
import io.dyad.api.PairSampler;
import io.dyad.api.Spec;

/** A term of the objective. */
public record TermOptions(
    @Doc("the equation") Spec<Loss> loss,
    @Doc("which rows it compares") Spec<PairSampler> pairs,
    @Doc("factor in the sum") @Default("1") @Bound("(-inf, inf)") double weight) {}
