package io.dyad.toolkit.view;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.DataException;
import io.dyad.api.Experimental;
import io.dyad.api.StackableView;
import io.dyad.api.View;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A graph of nodes of several types, one of which is the target: papers with their authors and
 * subjects. Nodes of each type have features and ids from 0; a {@link Relation} joins two types,
 * and a {@link MetaPath} is a weighted graph among target nodes alone, such as papers that share an
 * author.
 *
 * <p>The samples of a view are its {@linkplain #selected selected target nodes}, or all target
 * nodes: an encoder reads the whole graph and returns one row a sample, in that order. No view
 * stacks on another, since encoders may normalise over a whole graph.
 *
 * @since 0.1
 */
@Experimental
public final class HeterogeneousGraphView implements StackableView {
  private final String target;
  private final Map<String, NDArray> features;
  private final Map<String, Relation> relations;
  private final Map<String, MetaPath> metaPaths;
  private final Optional<NDArray> selected;

  private HeterogeneousGraphView(
      String target,
      Map<String, NDArray> features,
      Map<String, Relation> relations,
      Map<String, MetaPath> metaPaths,
      Optional<NDArray> selected) {
    this.target = target;
    this.features = features;
    this.relations = relations;
    this.metaPaths = metaPaths;
    this.selected = selected;
  }

  /**
   * Which nodes of two types belong together.
   *
   * @param from the type of the ids in row 0
   * @param to the type of the ids in row 1
   * @param edges int64, shape (2, edges); the values are not read here
   */
  public record Relation(String from, String to, NDArray edges) {}

  /**
   * A graph among target nodes.
   *
   * @param edges int64, shape (2, edges): row 0 sources, row 1 targets of messages
   * @param weights shape (edges): path counts, or normalised weights of messages
   * @param contexts names of relations from the target type: the nodes on the way, whose mean is
   *     the context of a target node; may be empty
   */
  public record MetaPath(NDArray edges, NDArray weights, List<String> contexts) {
    /** Copies the list. */
    public MetaPath {
      contexts = List.copyOf(contexts);
    }
  }

  /**
   * Returns a view without relations and meta-paths, all of whose target nodes are samples.
   *
   * @param target a type
   * @param features shape (nodes of the type, F of the type), by type, in the order of {@link
   *     #tensors}
   * @throws IllegalArgumentException if the target has no features or an array has another shape
   */
  public static HeterogeneousGraphView of(String target, Map<String, NDArray> features) {
    if (!features.containsKey(target)) {
      throw new IllegalArgumentException(
          "the target type " + target + " has no features; there are " + features.keySet());
    }
    features.forEach(
        (type, array) ->
            require(array.getShape().dimension() == 2, type, "features (nodes, F)", array));
    return new HeterogeneousGraphView(
        target, new LinkedHashMap<>(features), Map.of(), Map.of(), Optional.empty());
  }

  /**
   * Returns a copy with one more relation; one of that name is replaced.
   *
   * @throws IllegalArgumentException if a type has no features or the edges are no int64 (2, edges)
   */
  public HeterogeneousGraphView relation(String name, String from, String to, NDArray edges) {
    for (String type : List.of(from, to)) {
      if (!features.containsKey(type)) {
        throw new IllegalArgumentException(
            "relation %s joins nodes of type %s, which have no features; there are %s"
                .formatted(name, type, features.keySet()));
      }
    }
    requireEdges(name, edges);
    Map<String, Relation> copy = new LinkedHashMap<>(relations);
    copy.put(name, new Relation(from, to, edges));
    return new HeterogeneousGraphView(target, features, copy, metaPaths, selected);
  }

  /**
   * Returns a copy with one more meta-path; one of that name is replaced.
   *
   * @param edges int64, shape (2, edges), ids of target nodes
   * @param weights shape (edges)
   * @param contexts names of relations of this view that start at the target type
   * @throws IllegalArgumentException if the arrays do not fit or a context is no such relation
   */
  public HeterogeneousGraphView metaPath(
      String name, NDArray edges, NDArray weights, List<String> contexts) {
    requireEdges(name, edges);
    Shape one = new Shape(edges.getShape().get(1));
    require(weights.getShape().equals(one), name, "weights (edges)", weights);
    for (String context : contexts) {
      Relation relation = relations.get(context);
      if (relation == null || !relation.from().equals(target)) {
        throw new IllegalArgumentException(
            "the context %s of meta-path %s is no relation from %s; the relations are %s"
                .formatted(context, name, target, relations.keySet()));
      }
    }
    Map<String, MetaPath> copy = new LinkedHashMap<>(metaPaths);
    copy.put(name, new MetaPath(edges, weights, contexts));
    return new HeterogeneousGraphView(target, features, relations, copy, selected);
  }

  /** Returns a copy whose samples are these target nodes, int64, shape (samples). */
  public HeterogeneousGraphView select(NDArray nodes) {
    boolean integers = nodes.getDataType() == DataType.INT64;
    require(
        nodes.getShape().dimension() == 1 && integers, target, "int64 node ids (samples)", nodes);
    return new HeterogeneousGraphView(target, features, relations, metaPaths, Optional.of(nodes));
  }

  /** Returns the type whose nodes are samples. */
  public String target() {
    return target;
  }

  /** Returns the features by node type, shape (nodes of the type, F of the type). */
  public Map<String, NDArray> features() {
    return Collections.unmodifiableMap(features);
  }

  /** Returns the relations by name, in the order they were given. */
  public Map<String, Relation> relations() {
    return Collections.unmodifiableMap(relations);
  }

  /** Returns the meta-paths by name, in the order they were given. */
  public Map<String, MetaPath> metaPaths() {
    return Collections.unmodifiableMap(metaPaths);
  }

  /** Returns the target nodes that are samples, int64, if not all are. */
  public Optional<NDArray> selected() {
    return selected;
  }

  /**
   * Returns how many nodes of a type there are.
   *
   * @throws DataException if there is no such type; the message lists the types
   */
  public long nodes(String type) {
    NDArray array = features.get(type);
    if (array == null) {
      throw new DataException(
          "there are no nodes of type \"" + type + "\"; there are " + features.keySet());
    }
    return array.getShape().get(0);
  }

  /** Returns the features, the edges of relations, edges and weights of meta-paths, selection. */
  @Override
  public NDList tensors() {
    NDList tensors = new NDList(features.values());
    relations.values().forEach(relation -> tensors.add(relation.edges()));
    for (MetaPath path : metaPaths.values()) {
      tensors.add(path.edges());
      tensors.add(path.weights());
    }
    selected.ifPresent(tensors::add);
    return tensors;
  }

  /** Returns the features of the selected target nodes. */
  @Override
  public NDArray input() {
    NDArray all = Objects.requireNonNull(features.get(target));
    return selected.map(all::get).orElse(all);
  }

  @Override
  public HeterogeneousGraphView with(NDList tensors) {
    int next = 0;
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    for (String type : features.keySet()) {
      arrays.put(type, tensors.get(next++));
    }
    HeterogeneousGraphView view = of(target, arrays);
    for (Map.Entry<String, Relation> entry : relations.entrySet()) {
      Relation old = entry.getValue();
      view = view.relation(entry.getKey(), old.from(), old.to(), tensors.get(next++));
    }
    for (Map.Entry<String, MetaPath> entry : metaPaths.entrySet()) {
      NDArray edges = tensors.get(next++);
      NDArray weights = tensors.get(next++);
      view = view.metaPath(entry.getKey(), edges, weights, entry.getValue().contexts());
    }
    return selected.isPresent() ? view.select(tensors.get(next)) : view;
  }

  @Override
  public long rows() {
    return selected.map(NDArray::size).orElse(nodes(target));
  }

  /** Returns false. */
  @Override
  public boolean stacks(View other) {
    return false;
  }

  @Override
  public HeterogeneousGraphView stack(List<? extends StackableView> others) {
    throw new UnsupportedOperationException("heterogeneous graphs do not stack");
  }

  private static void requireEdges(String name, NDArray edges) {
    boolean two = edges.getShape().dimension() == 2 && edges.getShape().get(0) == 2;
    boolean integers = edges.getDataType() == DataType.INT64;
    require(two && integers, name, "int64 edges (2, edges)", edges);
  }

  private static void require(boolean holds, String name, String wanted, NDArray got) {
    if (!holds) {
      throw new IllegalArgumentException(
          "%s takes %s, got %s %s".formatted(name, wanted, got.getDataType(), got.getShape()));
    }
  }
}
