package io.dyad.runtime.evaluation;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Embeddings;
import io.dyad.api.Targets;
import java.util.List;

/** The protocol of the {@code retrieval} evaluator. */
public record RetrievalOptions(
    @Doc("recall at k is the share of queries with a relevant sample among the k nearest")
        @Default("[1, 5, 10]")
        @Bound("[1, inf)")
        List<Integer> k,
    @Doc("the target by which a sample is relevant: those of the query's value are")
        @Default(Targets.LABEL)
        String relevant,
    @Doc("the output that is compared") @Default(Embeddings.REPRESENTATION) String output,
    @Doc("the split that is searched; if it is that of the queries, no sample finds itself")
        @Default("train")
        String bank,
    @Doc("the split whose samples search") @Default("test") String query) {}
