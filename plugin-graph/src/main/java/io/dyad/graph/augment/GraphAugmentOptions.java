package io.dyad.graph.augment;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.List;

/** Options of {@code graph-augment}. */
public record GraphAugmentOptions(
    @Doc("rate at which edges are dropped, one a view: view-1, view-2 and so on")
        @Default("[0.2, 0.4]")
        @Bound("[0, 1]")
        List<Double> edgeDrop,
    @Doc("rate at which features are zeroed in all nodes, one a view")
        @Default("[0.3, 0.4]")
        @Bound("[0, 1]")
        List<Double> featureMask,
    @Doc("drop the less central more often, by degree, eigenvector or pagerank") @Default("none")
        Centrality adaptive,
    @Doc("what features are, where they are dropped by centrality: binary or real")
        @Default("binary")
        FeatureKind features,
    @Doc("the highest rate of a single edge or feature, where centrality decides")
        @Default("0.7")
        @Bound("[0, 1]")
        double threshold,
    @Doc("part of the rank that moves along edges, of pagerank") @Default("0.85") @Bound("[0, 1]")
        double damping) {}
