package io.dyad.graph.heterogeneous;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Options of {@code heterogeneous}. */
public record HeterogeneousOptions(
    @Doc("folder with rel_A_B, features_A, labels and splits as .csv or .csv.gz; absent: planted")
        Optional<Path> path,
    @Doc("the node type whose nodes are samples") @Default("paper") String target,
    @Doc("graphs among target nodes, by name: NAME { path, contexts }")
        @Default(
            "{ pap { path = [paper, author, paper], contexts = [[paper, author]] },"
                + " psp { path = [paper, subject, paper], contexts = [[paper, subject]] } }")
        Map<String, MetaPathOptions> metaPaths,
    @Doc("how many nodes a type has, where files do not name the last ones")
        @Default("{}")
        @Bound("[1, 2147483647)")
        Map<String, Integer> nodes,
    @Doc("rows: features divided by the row's sum if that is above 1; none") @Default("rows")
        Normalize normalize) {}
