package io.dyad.graph.augment;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.api.TaggedView;
import io.dyad.api.ViewGenerator;
import io.dyad.api.Views;
import io.dyad.toolkit.view.GraphView;
import java.util.ArrayList;
import java.util.List;

/**
 * Views {@code view-1}, {@code view-2} ... of a graph: each lacks some edges and has zeros in some
 * columns of features, drawn anew in every step for the graph as a whole. The two directions of an
 * undirected edge are dropped independently.
 *
 * <p>Takes a {@link GraphView} of the same graph in every batch; of view i it draws {@code
 * view/i/edges}, shape (edges), and {@code view/i/features}, shape (F), and drops where a number is
 * below the probability.
 */
final class GraphAugment implements ViewGenerator {
  private final GraphAugmentOptions options;
  private final Kernels kernels;
  private final Kernel kernel;
  private final List<DropPlan> plans = new ArrayList<>();

  GraphAugment(GraphAugmentOptions options, Kernels kernels) {
    this.options = options;
    this.kernels = kernels;
    kernel = kernels.resource(GraphAugment.class, GraphAugmentProvider.NAME);
  }

  /** Computes the probabilities on the graph as it is. */
  @Override
  public void start(Data data, Context context) {
    close();
    if (options.adaptive() == Centrality.NONE) {
      for (int i = 0; i < options.edgeDrop().size(); i++) {
        plans.add(
            new DropPlan(
                constant(options.edgeDrop().get(i), context),
                constant(options.featureMask().get(i), context)));
      }
      return;
    }
    Batch first = data.fetch(Data.TRAIN, new long[] {0}, context);
    AdaptiveDrops drops =
        AdaptiveDrops.of(Graphs.of(first, GraphAugmentProvider.NAME), options, kernels);
    for (int i = 0; i < options.edgeDrop().size(); i++) {
      plans.add(
          new DropPlan(
              constant(drops.edges(options.edgeDrop().get(i)), context),
              constant(drops.features(options.featureMask().get(i)), context)));
    }
  }

  @Override
  public Views generate(Batch batch, Context context) {
    GraphView graph = Graphs.of(batch, GraphAugmentProvider.NAME);
    List<TaggedView> views = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      requireSameGraph(graph, plans.get(i));
      GraphView view = plans.get(i).apply(graph, context.draws().at("view", i), kernel);
      views.add(TaggedView.of("view-" + (i + 1), view, batch.targets()));
    }
    return Views.of(views);
  }

  @Override
  public void close() {
    plans.forEach(DropPlan::close);
    plans.clear();
  }

  private static void requireSameGraph(GraphView graph, DropPlan plan) {
    long edges = graph.edges().getShape().get(1);
    if (plan.edges().getShape().dimension() == 1 && plan.edges().size() != edges) {
      throw new DataException(
          "%s knows the centrality of %d edges, but a batch has a graph of %d; it takes the same graph in every batch"
              .formatted(GraphAugmentProvider.NAME, plan.edges().size(), edges));
    }
  }

  private static NDArray constant(double rate, Context context) {
    return kept(context.manager().create((float) rate), context);
  }

  private static NDArray constant(double[] rates, Context context) {
    float[] values = new float[rates.length];
    for (int i = 0; i < rates.length; i++) {
      values[i] = (float) rates[i];
    }
    return kept(context.manager().create(values), context);
  }

  private static NDArray kept(NDArray array, Context context) {
    return context.keep(array.toDevice(context.device(), false));
  }
}
