package io.dyad.graph.heterogeneous;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.BatchOrder;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.api.Draws;
import io.dyad.api.Targets;
import io.dyad.toolkit.view.HeterogeneousGraphView;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/** One graph whose target nodes are the samples; each batch shows all of it. */
final class HeterogeneousSource implements DataSource {
  private final HeterogeneousGraphView graph;
  private final Map<String, NDArray> targets;
  private final int nodes;

  HeterogeneousSource(HeterogeneousGraphView graph, Map<String, NDArray> targets) {
    this.graph = graph;
    this.targets = targets;
    this.nodes = Math.toIntExact(graph.rows());
  }

  @Override
  public Set<String> splits() {
    return Set.of(Data.TRAIN);
  }

  @Override
  public long size(String split) {
    if (!split.equals(Data.TRAIN)) {
      throw new DataException(
          "there is no split \"" + split + "\"; all nodes of a graph are in \"train\"");
    }
    return nodes;
  }

  @Override
  public boolean isResident(String split) {
    return size(split) >= 0;
  }

  /** Returns views of the arrays, which belong to the source. */
  @Override
  public Batch fetch(String split, long[] ids, Context context) {
    long size = size(split);
    for (long id : ids) {
      if (id < 0 || id >= size) {
        throw new DataException(
            "there is no %s %d; they are 0 to %d".formatted(graph.target(), id, size - 1));
      }
    }
    NDList borrowed = new NDList();
    graph.tensors().forEach(array -> borrowed.add(borrowed(array, context)));
    HeterogeneousGraphView view = graph.with(borrowed);
    if (isWhole(ids)) {
      return Batch.of(ids, view, targets(array -> borrowed(array, context)));
    }
    NDArray rows = context.manager().create(ids, new Shape(ids.length));
    return Batch.of(ids, view.select(rows), targets(array -> picked(array, rows)));
  }

  private boolean isWhole(long[] ids) {
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] != i) {
        return false;
      }
    }
    return ids.length == nodes;
  }

  private static NDArray borrowed(NDArray array, Context context) {
    NDArray view = array.reshape(array.getShape());
    view.attach(context.manager());
    return view;
  }

  private static NDArray picked(NDArray array, NDArray rows) {
    NDArray picked = array.get(rows);
    picked.attach(rows.getManager());
    return picked;
  }

  private Targets targets(UnaryOperator<NDArray> rows) {
    Targets all = Targets.NONE;
    for (Map.Entry<String, NDArray> each : targets.entrySet()) {
      all = all.with(each.getKey(), rows.apply(each.getValue()));
    }
    return all;
  }

  @Override
  public Optional<BatchOrder> order(String split, Draws draws) {
    return Optional.of(new WholeGraph(LongStream.range(0, size(split)).toArray()));
  }

  /** One batch of all nodes an epoch. */
  private record WholeGraph(@SuppressWarnings("ArrayRecordComponent") long[] nodes)
      implements BatchOrder {
    @Override
    public long batches(long epoch) {
      return 1;
    }

    @Override
    public long[] ids(long epoch, long index) {
      return nodes.clone();
    }
  }
}
