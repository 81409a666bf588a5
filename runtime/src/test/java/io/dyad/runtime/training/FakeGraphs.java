package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.BatchOrder;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.DataSource;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Draws;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoder;
import io.dyad.api.EncoderProvider;
import io.dyad.api.Parameters;
import io.dyad.api.Setup;
import io.dyad.api.TaggedView;
import io.dyad.api.Targets;
import io.dyad.api.View;
import io.dyad.api.ViewGenerator;
import io.dyad.api.ViewGeneratorProvider;
import io.dyad.api.Views;
import io.dyad.toolkit.view.CompositeView;
import io.dyad.toolkit.view.GraphView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A source of one graph, views of it and an encoder that reads it whole. */
public final class FakeGraphs {
  /** How many rows the encoder was asked for, call after call, outside training. */
  public static final List<Long> ENCODED = new ArrayList<>();

  private FakeGraphs() {}

  /** Options of the graph. */
  public record RingOptions(
      @Doc("nodes") @Default("12") int nodes,
      @Doc("whether samples are composites of one part") @Default("false") boolean composite) {}

  /** Data: a ring of nodes, each a point; one batch an epoch. */
  public static final class Ring extends FakeParts.Fake<DataSource, RingOptions>
      implements DataSourceProvider<RingOptions> {
    private static final int WIDTH = 3;

    /** Does nothing. */
    public Ring() {
      super("ring", RingOptions.class);
    }

    @Override
    public DataSource create(RingOptions options, Setup setup) {
      return new Graph(options);
    }

    private record Graph(RingOptions options) implements DataSource {
      @Override
      public Set<String> splits() {
        return Set.of(Data.TRAIN);
      }

      @Override
      public long size(String split) {
        return options.nodes();
      }

      @Override
      public boolean isResident(String split) {
        return true;
      }

      @Override
      public Optional<List<String>> names(String split) {
        return Optional.of(
            IntStream.range(0, options.nodes()).mapToObj(id -> "node, " + id).toList());
      }

      @Override
      public Optional<BatchOrder> order(String split, Draws draws) {
        return Optional.of(
            new BatchOrder() {
              @Override
              public long batches(long epoch) {
                return 1;
              }

              @Override
              public long[] ids(long epoch, long index) {
                return LongStream.range(0, options.nodes()).toArray();
              }
            });
      }

      @Override
      public Batch fetch(String split, long[] ids, Context context) {
        NDManager manager = context.manager();
        int nodes = options.nodes();
        float[] features = new float[nodes * WIDTH];
        long[] edges = new long[2 * nodes];
        for (int i = 0; i < nodes; i++) {
          System.arraycopy(FakeParts.point(i, WIDTH), 0, features, i * WIDTH, WIDTH);
          edges[i] = i;
          edges[nodes + i] = (i + 1) % nodes;
        }
        GraphView graph =
            GraphView.of(
                    manager.create(features, new Shape(nodes, WIDTH)),
                    manager.create(edges, new Shape(2, nodes)))
                .select(manager.create(ids));
        Targets targets =
            Targets.of(Targets.LABEL, numbers(manager, ids, id -> id % 2))
                .with("split.public", numbers(manager, ids, id -> id / 2 % 3));
        View view = options.composite() ? CompositeView.of("plain", graph) : graph;
        return Batch.of(ids, view, targets);
      }

      private static NDArray numbers(NDManager manager, long[] ids, UnaryOperator<Long> of) {
        return manager.create(Arrays.stream(ids).map(of::apply).toArray());
      }
    }
  }

  /** Options of the views. */
  public record ThinOptions(@Doc("how many") @Default("2") int count) {}

  /** Views: the graph with weights drawn for its edges. */
  public static final class Thinned extends FakeParts.Fake<ViewGenerator, ThinOptions>
      implements ViewGeneratorProvider<ThinOptions> {
    /** Does nothing. */
    public Thinned() {
      super("thinned", ThinOptions.class);
    }

    @Override
    public ViewGenerator create(ThinOptions options, Setup setup) {
      return (batch, context) ->
          Views.of(
              IntStream.rangeClosed(1, options.count())
                  .mapToObj(k -> view(k, batch, context))
                  .toList());
    }

    private static TaggedView view(int k, Batch batch, Context context) {
      View view = batch.samples();
      GraphView graph = graph(view);
      Shape edges = new Shape(graph.edges().getShape().get(1));
      GraphView thinned = graph.weights(context.draws().at("view", k).uniform("weights", edges));
      return TaggedView.of(
          "view-" + k,
          view instanceof CompositeView ? CompositeView.of("plain", thinned) : thinned,
          batch.targets());
    }
  }

  private static GraphView graph(View view) {
    return (GraphView) (view instanceof CompositeView parts ? parts.part("plain") : view);
  }

  /** Options of the encoder. */
  public record NeighbourOptions(@Doc("outputs") @Default("2") long width) {}

  /** Encoder: a hyperbolic tangent of a matrix times the sum over a node and what leads to it. */
  public static final class Neighbours extends FakeParts.Fake<Encoder, NeighbourOptions>
      implements EncoderProvider<NeighbourOptions> {
    /** Does nothing. */
    public Neighbours() {
      super("neighbours", NeighbourOptions.class);
    }

    @Override
    public Encoder create(NeighbourOptions options, Setup setup) {
      long inputs = graph(setup.example().orElseThrow()).features().getShape().get(1);
      NDArray weight = setup.draws().normal("weight", new Shape(inputs, options.width()));
      return new Encoder() {
        @Override
        public Embeddings encode(View view, Context context) {
          GraphView graph = graph(view);
          if (!context.mode().isTraining()) {
            ENCODED.add(graph.rows());
          }
          NDArray rows = sums(graph).matMul(weight).tanh();
          return Embeddings.of(graph.selected().map(rows::get).orElse(rows));
        }

        @Override
        public Parameters parameters() {
          return Parameters.of(Map.of("weight", weight));
        }
      };
    }

    /** Dense, as only a test may be. */
    private static NDArray sums(GraphView graph) {
      int nodes = (int) graph.nodes();
      NDArray from = graph.edges().get(0).oneHot(nodes, DataType.FLOAT32);
      NDArray to = graph.edges().get(1).oneHot(nodes, DataType.FLOAT32);
      NDArray weighted = graph.weights().map(weights -> to.mul(weights.expandDims(1))).orElse(to);
      return graph.features().add(weighted.transpose().matMul(from.matMul(graph.features())));
    }
  }
}
