package io.dyad.contrast.bacon;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Embeddings;
import io.dyad.api.Network;
import io.dyad.api.Targets;

/** How the class counts are estimated. */
public record EstimateOptions(
    @Doc("how many classes there are, known and new ones") @Bound("[2, inf)") int classes,
    @Doc("epochs from one estimate to the next; 0: never") @Default("10") @Bound("[0, inf)")
        int everyEpochs,
    @Doc("the network whose features are clustered") @Default(Network.MAIN) String network,
    @Doc("the output that is clustered, in rows of unit length") @Default(Embeddings.REPRESENTATION)
        String output,
    @Doc("how often k-means begins anew; the best by inertia counts")
        @Default("10")
        @Bound("[1, inf)")
        int starts,
    @Doc("most iterations of a start") @Default("100") @Bound("[1, inf)") int iterations,
    @Doc("the target that knows the class of labelled samples, and -1 of others")
        @Default(Targets.LABEL)
        String target,
    @Doc("the name under which the counts are published") @Default("class-counts")
        String publish) {}
