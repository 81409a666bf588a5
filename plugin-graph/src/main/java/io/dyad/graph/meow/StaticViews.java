package io.dyad.graph.meow;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Draws;
import io.dyad.api.Setup;
import io.dyad.graph.heterogeneous.CountMatrix;
import io.dyad.graph.heterogeneous.EdgeArrays;
import io.dyad.toolkit.view.HeterogeneousGraphView;
import io.dyad.toolkit.view.HeterogeneousGraphView.MetaPath;
import io.dyad.toolkit.view.HeterogeneousGraphView.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is drawn once for a whole run, in arrays of the setup's manager.
 *
 * @param coarse the target's features with the mean of the meta-paths
 * @param plain all features with each meta-path
 * @param masked the same with features and edges missing
 */
record StaticViews(
    HeterogeneousGraphView coarse, HeterogeneousGraphView plain, HeterogeneousGraphView masked) {

  static StaticViews draw(HeterogeneousGraphView graph, MeowViewsOptions options, Setup setup) {
    Map<String, NDArray> features = new LinkedHashMap<>();
    graph.features().forEach((type, array) -> features.put(type, kept(array, setup)));
    Map<String, NDArray> maskedFeatures = new LinkedHashMap<>(features);
    maskedFeatures.put(
        graph.target(),
        masked(requireNonNull(features.get(graph.target())), options.featureMask(), setup));
    HeterogeneousGraphView plain = HeterogeneousGraphView.of(graph.target(), features);
    HeterogeneousGraphView masked = HeterogeneousGraphView.of(graph.target(), maskedFeatures);
    for (Map.Entry<String, Relation> each : contexts(graph).entrySet()) {
      Relation relation = each.getValue();
      NDArray edges = kept(relation.edges(), setup);
      plain = plain.relation(each.getKey(), relation.from(), relation.to(), edges);
      masked = masked.relation(each.getKey(), relation.from(), relation.to(), edges);
    }
    List<Adjacency> all = new ArrayList<>();
    for (Map.Entry<String, MetaPath> each : graph.metaPaths().entrySet()) {
      String name = each.getKey();
      CountMatrix counts = EdgeArrays.counts(each.getValue(), graph.nodes(graph.target()));
      Integer neighbours = options.neighbours().get(name);
      CountMatrix strongest = neighbours == null ? counts : PathSim.strongest(counts, neighbours);
      Adjacency adjacency = Adjacency.normalised(strongest);
      all.add(adjacency);
      plain = with(plain, name, adjacency, each.getValue().contexts(), setup);
      CountMatrix left = masked(strongest, name, options, setup);
      masked = with(masked, name, Adjacency.normalised(left), each.getValue().contexts(), setup);
    }
    HeterogeneousGraphView coarse =
        HeterogeneousGraphView.of(
            graph.target(), Map.of(graph.target(), requireNonNull(features.get(graph.target()))));
    return new StaticViews(
        with(coarse, "coarse", Adjacency.mean(all), List.of(), setup), plain, masked);
  }

  /** Relations that are no context of a meta-path are not looked at. */
  private static Map<String, Relation> contexts(HeterogeneousGraphView graph) {
    Map<String, Relation> contexts = new LinkedHashMap<>(graph.relations());
    contexts
        .keySet()
        .removeIf(
            name ->
                graph.metaPaths().values().stream()
                    .noneMatch(path -> path.contexts().contains(name)));
    return contexts;
  }

  private static HeterogeneousGraphView with(
      HeterogeneousGraphView view,
      String name,
      Adjacency adjacency,
      List<String> contexts,
      Setup setup) {
    NDManager manager = setup.manager();
    DataType type = setup.dataType();
    double[] weights = adjacency.weights();
    return view.metaPath(
        name,
        EdgeArrays.edges(adjacency.sources(), adjacency.targets(), manager),
        EdgeArrays.weights(weights.length, edge -> weights[edge], type, manager),
        contexts);
  }

  private static CountMatrix masked(
      CountMatrix kept, String name, MeowViewsOptions options, Setup setup) {
    double fraction = options.edgeMask().getOrDefault(name, 0.0);
    long[] order = order("edge-mask." + name, Masks.offDiagonal(kept), setup.draws());
    return Masks.edges(kept, fraction, order);
  }

  private static NDArray masked(NDArray features, double fraction, Setup setup) {
    try (NDManager scratch = setup.manager().newSubManager();
        NDArray borrowed = features.reshape(features.getShape())) {
      borrowed.attach(scratch);
      boolean[] present = borrowed.neq(0).toBooleanArray();
      long[] order = order("feature-mask", Masks.present(present), setup.draws());
      boolean[] left = Masks.features(present, fraction, order);
      NDArray mask = scratch.create(left, features.getShape());
      NDArray masked = borrowed.mul(mask.toType(features.getDataType(), false));
      masked.attach(setup.manager());
      return masked;
    }
  }

  private static long[] order(String name, int size, Draws draws) {
    if (size == 0) {
      return new long[0];
    }
    try (NDArray order = draws.permutation(name, size)) {
      return order.toLongArray();
    }
  }

  /** The arrays of the data stay; those of the views are their own, over the same memory. */
  private static NDArray kept(NDArray array, Setup setup) {
    NDArray kept = array.reshape(array.getShape());
    kept.attach(setup.manager());
    return kept;
  }
}
