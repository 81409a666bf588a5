package io.dyad.runtime.evaluation;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Embeddings;
import io.dyad.api.Targets;

/** The protocol of the {@code knn} evaluator. */
public record KnnOptions(
    @Doc("how many neighbours vote") @Default("20") @Bound("[1, inf)") int k,
    @Doc("a neighbour's vote is exp(cosine / temperature)") @Default("0.07") @Bound("(0, inf)")
        double temperature,
    @Doc("the output that is compared") @Default(Embeddings.REPRESENTATION) String output,
    @Doc("the split whose labelled samples vote") @Default("train") String bank,
    @Doc("the split that is classified") @Default("test") String query,
    @Doc("the target that is predicted, a class by number") @Default(Targets.LABEL)
        String target) {}
