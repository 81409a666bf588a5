package io.dyad.graph.heterogeneous;

import java.util.List;
import java.util.Map;

/**
 * A graph of nodes of several types in memory of the host.
 *
 * @param target the type whose nodes are samples
 * @param features by type, the target's first; every type has some
 * @param incidences what joins the types
 * @param targets what is known of each target node, by name: {@code label}, {@code split.r20}
 */
record HeterogeneousData(
    String target,
    Map<String, FeatureTable> features,
    List<Incidence> incidences,
    Map<String, long[]> targets) {
  int nodes(String type) {
    FeatureTable table = features.get(type);
    return table == null ? 0 : table.rowCount();
  }
}
