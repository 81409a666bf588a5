package io.dyad.graph.pot;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.Network;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.api.StepContext;
import io.dyad.api.TaggedView;
import io.dyad.toolkit.kernel.Scalars;
import io.dyad.toolkit.view.GraphView;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Adds to a loss what the least compactness of nodes in either view costs. */
final class Pot implements Loss {
  private static final String NAME = "pot";

  private final Loss loss;
  private final PotOptions options;
  private final Network network;
  private final CompactnessEquation equation;
  private List<AdjacencyBounds> bounds = List.of();

  Pot(Loss loss, PotOptions options, Setup setup) {
    this.loss = loss;
    this.options = options;
    network = setup.network(Network.MAIN);
    equation = new CompactnessEquation(setup.kernels());
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING.views(2).batch(2).output(Embeddings.REPRESENTATION);
  }

  @Override
  public void start(Data data, Context context) {
    TwoConvolutions.of(network, NAME);
    GraphView clean =
        WholeGraph.clean(data.plain(data.batch(Data.TRAIN, 0, 0, context), context), NAME);
    EdgeDrops drops = new EdgeDrops(clean, options.drops());
    bounds =
        IntStream.of(0, 1)
            .mapToObj(view -> drops.bounds(view, context.manager()).each(context::keep))
            .toList();
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    GraphView clean = WholeGraph.of(encoded.batch().samples(), NAME, "the batch");
    requireBounded(clean);
    List<TaggedView> views = views(encoded);
    CleanLayers layers = TwoConvolutions.of(network, NAME).on(clean);
    NDArray chosen = chosen(clean.nodes(), context);
    NDArray first = score(encoded, views, 0, layers, clean, chosen);
    NDArray second = score(encoded, views, 1, layers, clean, chosen);
    NDArray sum = equation.cost(first).add(equation.cost(second));
    NDArray bound = sum.mul(Scalars.of(sum, 0.5));
    NDArray both = first.concat(second);
    return mixed(loss.evaluate(encoded, pairs, context), bound)
        .observe("compactness", both.mean())
        .observe("compact-share", equation.share(both));
  }

  private LossValue mixed(LossValue base, NDArray bound) {
    NDArray kept = base.total().mul(Scalars.of(bound, 1 - options.kappa()));
    NDArray total = kept.add(bound.mul(Scalars.of(bound, options.kappa())));
    LossValue value = LossValue.of(total).term("loss", base.total()).term("bound", bound);
    for (Map.Entry<String, NDArray> part : base.terms().entrySet()) {
      value = value.term("loss." + part.getKey(), part.getValue());
    }
    for (Map.Entry<String, NDArray> seen : base.observations().entrySet()) {
      value = value.observe("loss." + seen.getKey(), seen.getValue());
    }
    return value;
  }

  private void requireBounded(GraphView graph) {
    long bounded = bounds.isEmpty() ? 0 : bounds.get(0).scale().getShape().get(0);
    if (graph.nodes() != bounded) {
      throw new ConfigurationException(
          "pot bounds one graph for the whole training, of %d nodes, but a batch is a graph of %d; use data of one graph"
              .formatted(bounded, graph.nodes()));
    }
  }

  private List<TaggedView> views(Encoded encoded) {
    List<TaggedView> views = encoded.views().all();
    if (views.size() != 2) {
      throw new ConfigurationException(
          "pot is for two views, but the generator makes " + views.size() + "; set views for two");
    }
    return views;
  }

  private NDArray chosen(long nodes, StepContext context) {
    return options.nodes() == 0 || options.nodes() >= nodes
        ? context.manager().arange(0, nodes, 1, DataType.INT64)
        : context
            .draws()
            .permutation("nodes", nodes)
            .get(new NDIndex().addSliceDim(0, options.nodes()));
  }

  private NDArray score(
      Encoded encoded,
      List<TaggedView> views,
      int view,
      CleanLayers layers,
      GraphView clean,
      NDArray chosen) {
    GraphView dropped = WholeGraph.of(views.get(view).view(), NAME, views.get(view).name());
    String other = views.get(1 - view).name();
    NDArray partners = encoded.get(Rows.of(other, Embeddings.REPRESENTATION));
    return equation
        .of(layers, bounds.get(view), clean.edges(), dropped.edges(), partners, chosen)
        .score();
  }
}
