package io.dyad.graph.pot;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.Embeddings;
import io.dyad.api.Evaluation;
import io.dyad.api.Evaluator;
import io.dyad.api.Metric;
import io.dyad.api.Network;
import io.dyad.api.Setup;
import io.dyad.api.View;
import io.dyad.graph.encoder.GraphConvolutions;
import io.dyad.toolkit.view.GraphView;
import java.util.List;
import java.util.stream.LongStream;

/** Measures the compactness of all nodes in two graphs that lost edges at random. */
final class NodeCompactness implements Evaluator {
  private static final String NAME = "node-compactness";

  private final EdgeDropOptions options;
  private final Network trained;
  private final CompactnessEquation equation;

  NodeCompactness(NodeCompactnessOptions options, Setup setup) {
    this.options = options.drops();
    trained = setup.network(Network.MAIN);
    equation = new CompactnessEquation(setup.kernels());
  }

  @Override
  public void start(Data data, Context context) {
    TwoConvolutions.of(trained, NAME);
  }

  @Override
  public List<Metric> evaluate(Evaluation evaluation) {
    Network network = evaluation.network(Network.MAIN);
    if (network.as(GraphConvolutions.class).isEmpty()) {
      return List.of();
    }
    EdgeDrops drops = new EdgeDrops(WholeGraph.clean(plain(evaluation), NAME), options);
    NDArray scores =
        score(network, drops, 0, evaluation).concat(score(network, drops, 1, evaluation));
    return List.of(
        metric("mean", scores.mean(), "score"),
        metric("min", scores.min(), "score"),
        metric("positive-share", equation.share(scores), "fraction"));
  }

  private static View plain(Evaluation evaluation) {
    Data data = evaluation.data();
    long[] all = LongStream.range(0, data.size(Data.TRAIN)).toArray();
    return data.plain(data.fetch(Data.TRAIN, all, evaluation), evaluation);
  }

  private NDArray score(Network network, EdgeDrops drops, int view, Evaluation evaluation) {
    GraphView clean = drops.graph();
    NDArray partners =
        network
            .apply(dropped(drops, 1 - view, evaluation), evaluation)
            .get(Embeddings.REPRESENTATION);
    return equation
        .of(
            TwoConvolutions.of(network, NAME).on(clean),
            drops.bounds(view, evaluation.manager()),
            clean.edges(),
            dropped(drops, view, evaluation).edges(),
            partners,
            evaluation.manager().arange(0, clean.nodes(), 1, DataType.INT64))
        .score();
  }

  private static GraphView dropped(EdgeDrops drops, int view, Evaluation evaluation) {
    NDArray edges = drops.graph().edges();
    NDArray drawn =
        evaluation.draws().at("view", view).uniform("kept", new Shape(edges.getShape().get(1)));
    NDArray kept = drawn.gte(drops.probabilities(view, evaluation.manager()));
    return GraphView.of(
        drops.graph().features(), edges.get(new NDIndex(":, {}", kept.nonzero().squeeze(1))));
  }

  private static Metric metric(String name, NDArray value, String unit) {
    return Metric.of(name, value.toType(DataType.FLOAT64, false).getDouble(), true, unit);
  }
}
