package io.dyad.graph.source;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.BatchOrder;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.api.Draws;
import io.dyad.api.Setup;
import io.dyad.api.Targets;
import io.dyad.toolkit.view.GraphView;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Serves one graph: its nodes are the samples of the one split {@code train}, and an epoch is one
 * batch of all. Batches show the source's own arrays, which nobody may write to.
 */
final class GraphSource implements DataSource {
  private final String provider;
  private final Nodes nodes;
  private final NDArray features;
  private final NDArray edges;
  private final Map<String, NDArray> targets = new LinkedHashMap<>();

  private GraphSource(String provider, Nodes nodes, NDArray features, NDArray edges) {
    this.provider = provider;
    this.nodes = nodes;
    this.features = features;
    this.edges = edges;
  }

  /** Moves a graph to the device of a part. */
  static GraphSource of(String provider, GraphData data, Setup setup) {
    NDManager manager = setup.manager();
    GraphSource source =
        new GraphSource(
            provider,
            data.nodes(),
            features(data, setup),
            manager.create(data.edges()[0].length == 0 ? new long[2][0] : data.edges()));
    data.targets().forEach((name, values) -> source.targets.put(name, manager.create(values)));
    return source;
  }

  private static NDArray features(GraphData data, Setup setup) {
    int columns = data.features().columns();
    boolean wide = setup.dataType() == DataType.FLOAT64;
    NDManager manager = setup.manager();
    ByteBuffer host =
        manager
            .allocateDirect(
                Math.multiplyExact(Math.multiplyExact(data.nodes().count(), columns), wide ? 8 : 4))
            .order(ByteOrder.nativeOrder());
    data.features()
        .forEach(
            (node, feature, value) -> {
              int at = node * columns + feature;
              if (wide) {
                host.putDouble(8 * at, host.getDouble(8 * at) + value);
              } else {
                host.putFloat(4 * at, (float) (host.getFloat(4 * at) + value));
              }
            });
    Shape shape = new Shape(data.nodes().count(), columns);
    return manager.create(host, shape, wide ? DataType.FLOAT64 : DataType.FLOAT32);
  }

  @Override
  public Set<String> splits() {
    return Set.of(Data.TRAIN);
  }

  @Override
  public long size(String split) {
    check(split);
    return nodes.count();
  }

  @Override
  public boolean isResident(String split) {
    check(split);
    return true;
  }

  @Override
  public Optional<List<String>> names(String split) {
    check(split);
    return nodes.names();
  }

  @Override
  public Optional<BatchOrder> order(String split, Draws draws) {
    check(split);
    return Optional.of(
        new BatchOrder() {
          @Override
          public long batches(long epoch) {
            return 1;
          }

          @Override
          public long[] ids(long epoch, long index) {
            return LongStream.range(0, nodes.count()).toArray();
          }
        });
  }

  @Override
  public Batch fetch(String split, long[] ids, Context context) {
    check(split);
    if (ids.length == 0) {
      throw new DataException(provider + ": a batch has at least one node; none was asked for");
    }
    boolean all = ids.length == nodes.count();
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] < 0 || ids[i] >= nodes.count()) {
        throw new DataException(
            "there is no sample " + ids[i] + "; ids run from 0 to " + (nodes.count() - 1));
      }
      all &= ids[i] == i;
    }
    GraphView graph = GraphView.of(shown(features, context), shown(edges, context));
    Targets known = Targets.NONE;
    if (all) {
      for (Map.Entry<String, NDArray> target : targets.entrySet()) {
        known = known.with(target.getKey(), shown(target.getValue(), context));
      }
      return Batch.of(ids, graph, known);
    }
    NDArray rows = context.manager().create(ids).toDevice(features.getDevice(), false);
    for (Map.Entry<String, NDArray> target : targets.entrySet()) {
      NDArray picked = target.getValue().gather(rows, 0);
      picked.attach(context.manager());
      known = known.with(target.getKey(), picked);
    }
    return Batch.of(ids, graph.select(rows), known);
  }

  /** Returns another name for an array, which dies with the context and not before. */
  private static NDArray shown(NDArray array, Context context) {
    NDArray view = array.reshape(array.getShape());
    view.attach(context.manager());
    return view;
  }

  private static void check(String split) {
    if (!split.equals(Data.TRAIN)) {
      throw new DataException(
          "a graph has no split \"%s\"; it has [%s]".formatted(split, Data.TRAIN));
    }
  }
}
