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

  private final List<Double> dropRates;
  private final Network trained;
  private final CompactnessEquation equation;

  NodeCompactness(NodeCompactnessOptions options, Setup setup) {
    dropRates = options.dropRates();
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
    GraphView clean = WholeGraph.clean(plain(evaluation), NAME);
    NDArray scores =
        score(network, clean, 0, evaluation).concat(score(network, clean, 1, evaluation));
    return List.of(
        Metric.of("mean", scores.mean().toType(DataType.FLOAT64, false).getDouble(), true, "score"),
        Metric.of("min", scores.min().toType(DataType.FLOAT64, false).getDouble(), true, "score"),
        Metric.of(
            "positive-share",
            equation.share(scores).toType(DataType.FLOAT64, false).getDouble(),
            true,
            "fraction"));
  }

  private static View plain(Evaluation evaluation) {
    Data data = evaluation.data();
    long[] all = LongStream.range(0, data.size(Data.TRAIN)).toArray();
    return data.plain(data.fetch(Data.TRAIN, all, evaluation), evaluation);
  }

  private NDArray score(Network network, GraphView clean, int graph, Evaluation evaluation) {
    NDArray partners =
        network
            .apply(dropped(clean, 1 - graph, evaluation), evaluation)
            .get(Embeddings.REPRESENTATION);
    return equation
        .of(
            TwoConvolutions.of(network, NAME).on(clean),
            AdjacencyBounds.of(clean, dropRates.get(graph), evaluation.manager()),
            clean.edges(),
            dropped(clean, graph, evaluation).edges(),
            partners,
            evaluation.manager().arange(0, clean.nodes(), 1, DataType.INT64))
        .score();
  }

  private GraphView dropped(GraphView clean, int graph, Evaluation evaluation) {
    NDArray edges = clean.edges();
    NDArray drawn =
        evaluation
            .draws()
            .at("graph", graph)
            .uniform("kept", new Shape(edges.getShape().get(1)))
            .toDevice(edges.getDevice(), false);
    NDArray kept = drawn.gte(dropRates.get(graph)).nonzero().squeeze(1);
    return GraphView.of(clean.features(), edges.get(new NDIndex(":, {}", kept)));
  }
}
