package io.dyad.graph.source;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/** Options of {@code planted-communities}. */
public record PlantedCommunitiesOptions(
    @Doc("how many nodes") @Default("300") @Bound("[10, 20000]") int nodes,
    @Doc("how many communities, which are the classes") @Default("4") @Bound("[2, 100]")
        int communities,
    @Doc("how many binary features") @Default("80") @Bound("[1, 10000]") int features,
    @Doc("probability of an edge within a community") @Default("0.08") @Bound("[0, 1]")
        double within,
    @Doc("probability of an edge between communities") @Default("0.008") @Bound("[0, 1]")
        double between,
    @Doc("probability of a feature that is typical of the community")
        @Default("0.16")
        @Bound("[0, 1]")
        double typical,
    @Doc("probability of any other feature") @Default("0.08") @Bound("[0, 1]") double noise,
    @Doc("which graph of this kind") @Default("1") long seed) {
  static final PlantedCommunitiesOptions SMALL =
      new PlantedCommunitiesOptions(300, 4, 80, 0.08, 0.008, 0.16, 0.08, 1);
}
