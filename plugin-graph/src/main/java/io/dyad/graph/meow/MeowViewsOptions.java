package io.dyad.graph.meow;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.Map;

/** Options of {@code meow-views}. */
public record MeowViewsOptions(
    @Doc("how many of the most similar nodes a meta-path keeps, by its name; others keep all")
        @Default("{}")
        @Bound("[1, inf)")
        Map<String, Integer> neighbours,
    @Doc("share of edges that the masked copy of a meta-path lacks, by its name; others lack none")
        @Default("{}")
        @Bound("[0, 1]")
        Map<String, Double> edgeMask,
    @Doc("share of the target's non-zero features that the masked copy lacks")
        @Default("0")
        @Bound("[0, 1]")
        double featureMask) {}
