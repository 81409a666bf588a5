package io.dyad.graph.gcool;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Batch;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Context;
import io.dyad.api.DataException;
import io.dyad.api.TaggedView;
import io.dyad.api.View;
import io.dyad.api.ViewGenerator;
import io.dyad.api.Views;
import io.dyad.toolkit.view.CompositeView;
import io.dyad.toolkit.view.GraphView;
import io.dyad.toolkit.view.HeterogeneousGraphView;
import io.dyad.toolkit.view.HeterogeneousGraphView.MetaPath;
import java.util.ArrayList;
import java.util.List;

/**
 * Graphs of the target nodes, one a meta-path, that share their features. A node is no neighbour of
 * its own: paths that lead back weigh nothing.
 */
final class Relations implements ViewGenerator {
  private final RelationsOptions options;

  private record Relation(String name, GraphView graph) {}

  Relations(RelationsOptions options) {
    this.options = options;
  }

  @Override
  public Views generate(Batch batch, Context context) {
    List<TaggedView> views = new ArrayList<>();
    for (Relation relation : relations(batch)) {
      String name = "view-" + (views.size() + 1);
      views.add(TaggedView.of(name, relation.graph(), batch.targets(), relation.name()));
    }
    return Views.of(views);
  }

  /** Returns all relations, for an encoder of composites. */
  @Override
  public View plain(Batch batch, Context context) {
    List<Relation> relations = relations(batch);
    CompositeView all = CompositeView.of(relations.get(0).name(), relations.get(0).graph());
    for (Relation relation : relations) {
      all = all.and(relation.name(), relation.graph());
    }
    return all;
  }

  private List<Relation> relations(Batch batch) {
    if (!(batch.samples() instanceof HeterogeneousGraphView graph)) {
      throw new DataException(
          "relations takes graphs with meta-paths, but a sample is a %s; set data = heterogeneous"
              .formatted(batch.samples().getClass().getSimpleName()));
    }
    List<String> names =
        options.metaPaths().isEmpty()
            ? List.copyOf(graph.metaPaths().keySet())
            : options.metaPaths();
    if (names.isEmpty()) {
      throw new DataException("relations finds no meta-path; name some in data.meta-paths");
    }
    return names.stream().map(name -> new Relation(name, relation(name, graph))).toList();
  }

  private GraphView relation(String name, HeterogeneousGraphView graph) {
    MetaPath path = graph.metaPaths().get(name);
    if (path == null) {
      throw new ConfigurationException(
          "views.meta-paths names \"%s\", but the data have %s"
              .formatted(name, graph.metaPaths().keySet()));
    }
    NDArray edges = path.edges();
    NDArray weights = edges.get(0).neq(edges.get(1)).toType(path.weights().getDataType(), false);
    NDArray features = requireNonNull(graph.features().get(graph.target()));
    GraphView view =
        GraphView.of(features, edges)
            .weights(options.weighted() ? weights.mul(path.weights()) : weights);
    return graph.selected().isPresent() ? view.select(graph.selected().get()) : view;
  }
}
