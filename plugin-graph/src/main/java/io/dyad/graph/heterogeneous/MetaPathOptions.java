package io.dyad.graph.heterogeneous;

import io.dyad.api.Default;
import io.dyad.api.Doc;
import java.util.List;

/** One meta-path of {@code heterogeneous}. */
public record MetaPathOptions(
    @Doc("node types on the way from a target node to another, such as [paper, author, paper]")
        List<String> path,
    @Doc("ways from a target node to the nodes whose mean is its context: [[paper, author]]")
        @Default("[]")
        List<List<String>> contexts) {}
