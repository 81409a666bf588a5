package io.dyad.contract.harness;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import io.dyad.api.Batch;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Rows;
import io.dyad.api.TaggedView;
import io.dyad.api.Targets;
import io.dyad.api.View;
import io.dyad.api.Views;
import io.dyad.toolkit.view.TensorView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Arrays by address, as if networks had made them. The views are tensors of the first array of each
 * view, or what else a test makes of that array.
 */
public final class FakeEncoded implements Encoded {
  private final Map<Rows, NDArray> arrays;
  private final Targets targets;
  private final Function<NDArray, View> seen;

  private FakeEncoded(Map<Rows, NDArray> arrays, Targets targets, Function<NDArray, View> seen) {
    this.arrays = arrays;
    this.targets = targets;
    this.seen = seen;
  }

  /** Returns arrays at their addresses, the views in the order of their first address. */
  public static FakeEncoded of(Map<Rows, NDArray> arrays) {
    return new FakeEncoded(new LinkedHashMap<>(arrays), Targets.NONE, TensorView::of);
  }

  /** Returns the projections of {@code view-1}, {@code view-2}, ... */
  public static FakeEncoded projections(NDArray... views) {
    Map<Rows, NDArray> arrays = new LinkedHashMap<>();
    for (int i = 0; i < views.length; i++) {
      arrays.put(Rows.of("view-" + (i + 1), Embeddings.PROJECTION), views[i]);
    }
    return of(arrays);
  }

  /** Returns a copy whose batch and views carry targets. */
  public FakeEncoded with(Targets labels) {
    return new FakeEncoded(arrays, labels, seen);
  }

  /**
   * Returns a copy whose batch and views are of another kind, such as graphs.
   *
   * @param kind makes the view that the network would have turned into an array
   */
  public FakeEncoded with(Function<NDArray, View> kind) {
    return new FakeEncoded(arrays, targets, kind);
  }

  @Override
  public FakeEncoded with(Rows rows, NDArray value) {
    Map<Rows, NDArray> copy = new LinkedHashMap<>(arrays);
    copy.put(rows, value);
    return new FakeEncoded(copy, targets, seen);
  }

  @Override
  public Batch batch() {
    NDArray first = arrays.values().iterator().next();
    long size = first.getShape().get(0);
    return Batch.of(LongStream.range(0, size).toArray(), seen.apply(first), targets);
  }

  @Override
  public Views views() {
    Map<String, NDArray> firsts = new LinkedHashMap<>();
    arrays.forEach(
        (rows, array) -> {
          if (!rows.view().isEmpty()) {
            firsts.putIfAbsent(rows.view(), array);
          }
        });
    List<TaggedView> views =
        firsts.entrySet().stream()
            .map(view -> TaggedView.of(view.getKey(), seen.apply(view.getValue()), targets))
            .toList();
    return Views.of(views);
  }

  @Override
  public NDArray get(Rows rows) {
    NDArray found = arrays.get(rows);
    if (found != null) {
      return found;
    }
    Optional<NDArray> index = rows.index();
    if (index.isPresent()) {
      return get(whole(rows)).get(new NDIndex("{}", index.get()));
    }
    return rows.values()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "there are no rows " + rows + "; there are " + arrays.keySet()));
  }

  private static Rows whole(Rows rows) {
    if (rows.values().isPresent()) {
      return Rows.values(rows.values().get());
    }
    if (!rows.bank().isEmpty()) {
      return Rows.bank(rows.bank());
    }
    Rows online = Rows.of(rows.view(), rows.output()).network(rows.network());
    return rows.isTarget() ? online.target() : online;
  }
}
