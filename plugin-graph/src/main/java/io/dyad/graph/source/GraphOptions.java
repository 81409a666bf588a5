package io.dyad.graph.source;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.nio.file.Path;
import java.util.Optional;

/** Options of {@code graph}. */
public record GraphOptions(
    @Doc("folder with edges, features, labels and splits as CSV; absent: planted communities")
        Optional<Path> path,
    @Doc("rows: features of a node are divided by their sum; none: as they are") @Default("rows")
        Normalization normalize,
    @Doc("whether edges lead one way only") @Default("false") boolean directed,
    @Doc("edges from a node to itself in the file: drop, keep or refuse") @Default("drop")
        SelfLoops selfLoops,
    @Doc("how many nodes there are; absent: as many as have labels, else features")
        @Bound("[1, inf)")
        Optional<Integer> nodes) {}
