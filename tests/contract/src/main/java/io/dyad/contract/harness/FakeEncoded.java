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
import java.util.function.BiFunction;
import java.util.stream.LongStream;

/**
 * Arrays by address, as if networks had made them. The views hold the first array of each view, as
 * dense arrays unless a test says otherwise.
 */
public final class FakeEncoded implements Encoded {
  private final Map<Rows, NDArray> arrays;
  private final Targets targets;
  private final BiFunction<String, NDArray, View> kind;

  private FakeEncoded(
      Map<Rows, NDArray> arrays, Targets targets, BiFunction<String, NDArray, View> kind) {
    this.arrays = arrays;
    this.targets = targets;
    this.kind = kind;
  }

  /** Returns arrays at their addresses, the views in the order of their first address. */
  public static FakeEncoded of(Map<Rows, NDArray> arrays) {
    return new FakeEncoded(
        new LinkedHashMap<>(arrays), Targets.NONE, (name, array) -> TensorView.of(array));
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
    return new FakeEncoded(arrays, labels, kind);
  }

  /** Returns a copy whose views are of another kind, made of their name and their first array. */
  public FakeEncoded seenAs(BiFunction<String, NDArray, View> views) {
    return new FakeEncoded(arrays, targets, views);
  }

  @Override
  public FakeEncoded with(Rows rows, NDArray value) {
    Map<Rows, NDArray> copy = new LinkedHashMap<>(arrays);
    copy.put(rows, value);
    return new FakeEncoded(copy, targets, kind);
  }

  @Override
  public Batch batch() {
    NDArray first = arrays.values().iterator().next();
    long size = first.getShape().get(0);
    return Batch.of(LongStream.range(0, size).toArray(), TensorView.of(first), targets);
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
            .map(
                view ->
                    TaggedView.of(
                        view.getKey(), kind.apply(view.getKey(), view.getValue()), targets))
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
