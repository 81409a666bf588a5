package io.dyad.graph.augment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/** Options of {@code graph-diffusion}. */
public record GraphDiffusionOptions(
    @Doc("how probable it is that a walk stops after a step; the smaller, the wider the diffusion")
        @Default("0.15")
        @Bound("(0, 1)")
        double alpha,
    @Doc("from how many nodes, at most, an edge leads to a node") @Default("32") @Bound("[1, inf)")
        int topK,
    @Doc("how weights are scaled: rows, symmetric or none") @Default("rows")
        DiffusionWeights normalize,
    @Doc("how much of a walk may be left out at a node, for each of its edges")
        @Default("0.0001")
        @Bound("(0, 1)")
        double tolerance) {}
