package io.dyad.graph.heterogeneous;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.ConfigurationException;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;
import io.dyad.toolkit.view.HeterogeneousGraphView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Offers {@code heterogeneous}: a graph of nodes of several types, with meta-paths. */
@Stable
public final class HeterogeneousProvider implements DataSourceProvider<HeterogeneousOptions> {
  @Override
  public String name() {
    return "heterogeneous";
  }

  @Override
  public String summary() {
    return "nodes of several types with meta-paths among those of one type, from CSV files";
  }

  @Override
  public Class<HeterogeneousOptions> options() {
    return HeterogeneousOptions.class;
  }

  @Override
  public DataSource create(HeterogeneousOptions options, Setup setup) {
    if (options.metaPaths().isEmpty()) {
      throw new ConfigurationException(
          "%s.meta-paths names none; add one, such as pap { path = [paper, author, paper] }"
              .formatted(setup.name()));
    }
    HeterogeneousData data =
        options
            .path()
            .map(
                path ->
                    HeterogeneousFolder.read(
                        folder(path, setup), options.target(), options.nodes()))
            .orElseGet(() -> planted(options, setup));
    Map<String, NDArray> targets = new LinkedHashMap<>();
    data.targets().forEach((name, values) -> targets.put(name, setup.manager().create(values)));
    return new HeterogeneousSource(graph(data, options, setup), targets);
  }

  private static Path folder(Path path, Setup setup) {
    if (!Files.isDirectory(path)) {
      throw new DataException(
          "%s.path: there is no folder %s; put the data there or name another place"
              .formatted(setup.name(), path.toAbsolutePath()));
    }
    return path;
  }

  private static HeterogeneousData planted(HeterogeneousOptions options, Setup setup) {
    HeterogeneousData data = PlantedPapers.draw(setup.draws());
    if (!options.target().equals(data.target()) || !options.nodes().isEmpty()) {
      throw new ConfigurationException(
          "%s.target = %s: without a path the graph is generated, and its target is %s; name %s.path"
              .formatted(setup.name(), options.target(), data.target(), setup.name()));
    }
    return data;
  }

  private static HeterogeneousGraphView graph(
      HeterogeneousData data, HeterogeneousOptions options, Setup setup) {
    Map<String, NDArray> features = new LinkedHashMap<>();
    data.features()
        .forEach(
            (type, table) ->
                features.put(
                    type,
                    (options.normalize() == Normalize.ROWS ? table.normalised() : table)
                        .dense(setup)));
    HeterogeneousGraphView graph = HeterogeneousGraphView.of(data.target(), features);
    for (Incidence each : data.incidences()) {
      graph =
          graph.relation(
              each.from() + "-" + each.to(), each.from(), each.to(), edges(each.matrix(), setup));
    }
    MetaPaths paths = new MetaPaths(data, setup.name() + ".meta-paths");
    for (Map.Entry<String, MetaPathOptions> each : options.metaPaths().entrySet()) {
      graph = with(graph, each.getKey(), each.getValue(), paths, setup);
    }
    return graph;
  }

  private static HeterogeneousGraphView with(
      HeterogeneousGraphView graph,
      String name,
      MetaPathOptions options,
      MetaPaths paths,
      Setup setup) {
    HeterogeneousGraphView more = graph;
    List<String> contexts = new ArrayList<>();
    for (List<String> way : options.contexts()) {
      CountMatrix reached = paths.reached(name, way);
      String context = String.join("-", way);
      contexts.add(context);
      if (!more.relations().containsKey(context)) {
        more =
            more.relation(context, graph.target(), way.get(way.size() - 1), edges(reached, setup));
      }
    }
    CountMatrix counts = paths.counts(name, options.path()).transposed();
    NDManager manager = setup.manager();
    DataType type = setup.dataType();
    return more.metaPath(
        name,
        EdgeArrays.edges(counts.columns(), counts.rowOfEntries(), manager),
        EdgeArrays.weights(counts.size(), counts::count, type, manager),
        contexts);
  }

  /** Edges sorted by the first node, then the second: contexts gather at the first. */
  private static NDArray edges(CountMatrix matrix, Setup setup) {
    return EdgeArrays.edges(matrix.rowOfEntries(), matrix.columns(), setup.manager());
  }
}
