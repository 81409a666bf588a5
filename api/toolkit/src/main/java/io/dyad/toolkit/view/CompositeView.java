package io.dyad.toolkit.view;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.DataException;
import io.dyad.api.SliceableView;
import io.dyad.api.Stable;
import io.dyad.api.StackableView;
import io.dyad.api.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Samples that consist of several views under names: a picture and its caption, a content and a
 * style, a picture with its prompts. A data source of two modalities yields one, and a view
 * generator takes it apart or passes it on to an encoder of both.
 *
 * @since 0.1
 */
@Stable
public final class CompositeView implements SliceableView {
  private final Map<String, View> parts;

  private CompositeView(Map<String, View> parts) {
    this.parts = parts;
  }

  /** Returns a view of one part. */
  public static CompositeView of(String name, View part) {
    return new CompositeView(Map.of(name, part));
  }

  /** Returns a copy with one more part at the end; a part of that name is replaced. */
  public CompositeView and(String name, View part) {
    Map<String, View> copy = new LinkedHashMap<>(parts);
    copy.put(name, part);
    return new CompositeView(copy);
  }

  /** Returns the names of the parts in order. */
  public Set<String> names() {
    return Collections.unmodifiableSet(parts.keySet());
  }

  /**
   * Returns a part.
   *
   * @throws DataException if there is none of that name; the message lists the names
   */
  public View part(String name) {
    View part = parts.get(name);
    if (part == null) {
      throw new DataException("there is no part \"" + name + "\"; there are " + parts.keySet());
    }
    return part;
  }

  /**
   * Returns the array of a part that is a {@link TensorView}.
   *
   * @throws DataException if there is no such part or it is a view of another kind
   */
  public NDArray tensor(String name) {
    if (part(name) instanceof TensorView view) {
      return view.tensor();
    }
    throw new DataException("part \"" + name + "\" is not a dense array");
  }

  @Override
  public NDList tensors() {
    NDList tensors = new NDList();
    parts.values().forEach(part -> tensors.addAll(part.tensors()));
    return tensors;
  }

  /** Returns the input of the first part. */
  @Override
  public NDArray input() {
    return parts.values().iterator().next().input();
  }

  @Override
  public CompositeView with(NDList tensors) {
    Map<String, View> copy = new LinkedHashMap<>();
    int from = 0;
    for (Map.Entry<String, View> part : parts.entrySet()) {
      int to = from + part.getValue().tensors().size();
      copy.put(part.getKey(), part.getValue().with(new NDList(tensors.subList(from, to))));
      from = to;
    }
    return new CompositeView(copy);
  }

  /** Returns the rows of the first part. */
  @Override
  public long rows() {
    return rows(parts.values().iterator().next());
  }

  /** Composites can be cut if their parts can, and all parts have as many rows. */
  @Override
  public boolean slices() {
    return parts.values().stream()
        .allMatch(
            part -> part instanceof SliceableView view && view.slices() && view.rows() == rows());
  }

  @Override
  public CompositeView slice(long from, long to) {
    Map<String, View> copy = new LinkedHashMap<>();
    parts.forEach((name, part) -> copy.put(name, ((SliceableView) part).slice(from, to)));
    return new CompositeView(copy);
  }

  /** Composites stack if their parts do, and all parts have as many rows. */
  @Override
  public boolean stacks(View other) {
    return other instanceof CompositeView that
        && new ArrayList<>(parts.keySet()).equals(new ArrayList<>(that.parts.keySet()))
        && parts.entrySet().stream()
            .allMatch(
                part ->
                    part.getValue() instanceof StackableView view
                        && view.rows() == rows()
                        && view.stacks(that.part(part.getKey())));
  }

  @Override
  public CompositeView stack(List<? extends StackableView> others) {
    Map<String, View> copy = new LinkedHashMap<>();
    parts.forEach(
        (name, part) -> {
          List<StackableView> more = new ArrayList<>();
          others.forEach(other -> more.add((StackableView) ((CompositeView) other).part(name)));
          copy.put(name, ((StackableView) part).stack(more));
        });
    return new CompositeView(copy);
  }

  private static long rows(View part) {
    return part instanceof StackableView view ? view.rows() : part.tensors().head().size(0);
  }
}
