package io.dyad.contrast.bacon;

import io.dyad.api.Bound;
import io.dyad.api.Data;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Embeddings;
import io.dyad.api.Targets;

/** The protocol of the {@code class-counts} evaluator. */
public record ClassCountsOptions(
    @Doc("how many classes there are, known and new ones") @Bound("[2, inf)") int classes,
    @Doc("the target that knows the class of labelled samples, and -1 of others")
        @Default(Targets.LABEL)
        String target,
    @Doc("the target that knows the class of all samples") @Default("true-label") String truth,
    @Doc("the output that is clustered, in rows of unit length") @Default(Embeddings.REPRESENTATION)
        String output,
    @Doc("how often k-means begins anew; the best by inertia counts")
        @Default("10")
        @Bound("[1, inf)")
        int starts,
    @Doc("most iterations of a start") @Default("100") @Bound("[1, inf)") int iterations,
    @Doc("the split whose classes are counted") @Default(Data.TRAIN) String split) {}
