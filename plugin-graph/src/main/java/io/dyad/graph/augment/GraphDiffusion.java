package io.dyad.graph.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.TaggedView;
import io.dyad.api.ViewGenerator;
import io.dyad.api.Views;
import io.dyad.toolkit.view.GraphView;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Two views that stay the same: {@code view-1} is the graph, {@code view-2} has its features, and
 * the edges and weights of its {@link Diffusion}, without self-loops.
 */
final class GraphDiffusion implements ViewGenerator {
  private final GraphDiffusionOptions options;
  private Optional<Kept> diffused = Optional.empty();

  /** The arrays of the diffusion, and of how many nodes. */
  private record Kept(long nodes, NDArray edges, NDArray weights) {
    void close() {
      edges.close();
      weights.close();
    }
  }

  GraphDiffusion(GraphDiffusionOptions options) {
    this.options = options;
  }

  /** Walks from every node. */
  @Override
  public void start(Data data, Context context) {
    close();
    Batch first = data.fetch(Data.TRAIN, new long[] {0}, context);
    GraphView graph = Graphs.of(first, GraphDiffusionProvider.NAME);
    EdgeList edges = EdgeList.of(graph.nodes(), graph.edges());
    double[] weights = graph.weights().map(GraphDiffusion::doubles).orElseGet(() -> ones(edges));
    Diffusion diffusion = Diffusion.of(edges, weights, options);
    DataType type = graph.features().getDataType();
    diffused =
        Optional.of(
            new Kept(
                graph.nodes(),
                keep(array(diffusion.edges(), context), context),
                keep(context.manager().create(diffusion.weights()).toType(type, false), context)));
  }

  @Override
  public Views generate(Batch batch, Context context) {
    GraphView graph = Graphs.of(batch, GraphDiffusionProvider.NAME);
    Kept kept = diffused.filter(of -> of.nodes() == graph.nodes()).orElseThrow(this::anotherGraph);
    GraphView view = GraphView.of(graph.features(), kept.edges()).weights(kept.weights());
    return Views.of(
        List.of(
            TaggedView.of("view-1", graph, batch.targets()),
            TaggedView.of(
                "view-2", graph.selected().map(view::select).orElse(view), batch.targets())));
  }

  @Override
  public void close() {
    diffused.ifPresent(Kept::close);
    diffused = Optional.empty();
  }

  private DataException anotherGraph() {
    return new DataException(
        GraphDiffusionProvider.NAME
            + " takes the same graph in every batch, "
            + diffused.map(of -> "one of " + of.nodes() + " nodes").orElse("and none was started"));
  }

  private static NDArray array(EdgeList edges, Context context) {
    long[] both =
        LongStream.concat(
                Arrays.stream(edges.sources()).asLongStream(),
                Arrays.stream(edges.targets()).asLongStream())
            .toArray();
    return context.manager().create(both, new Shape(2, edges.size()));
  }

  private static NDArray keep(NDArray array, Context context) {
    return context.keep(array.toDevice(context.device(), false));
  }

  private static double[] doubles(NDArray array) {
    try (NDArray copy = array.toType(DataType.FLOAT64, true)) {
      return copy.toDoubleArray();
    }
  }

  private static double[] ones(EdgeList edges) {
    double[] ones = new double[edges.size()];
    Arrays.fill(ones, 1);
    return ones;
  }
}
