package io.dyad.contrast.wrapper;

import io.dyad.api.Doc;
import io.dyad.api.Loss;
import io.dyad.api.Spec;

/**
 * Options of {@code pairwise}.
 *
 * @param loss of two views
 */
public record PairwiseOptions(@Doc("a loss of two views") Spec<Loss> loss) {}
