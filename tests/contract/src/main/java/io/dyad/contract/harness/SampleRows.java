package io.dyad.contract.harness;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Draws;
import io.dyad.api.Embeddings;
import io.dyad.api.Needs;
import io.dyad.api.Network;
import io.dyad.api.Rows;
import io.dyad.api.Targets;
import io.dyad.api.View;
import io.dyad.toolkit.view.TensorView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/**
 * The rows and targets of one step, as networks would have made them. Rows of a view are changed
 * together with the targets of their samples; banks and literal values stay as they are.
 */
public final class SampleRows {
  private final Map<Rows, NDArray> rows;
  private final Targets targets;
  private final Function<NDArray, View> seen;

  private SampleRows(Map<Rows, NDArray> rows, Targets targets, Function<NDArray, View> seen) {
    this.rows = rows;
    this.targets = targets;
    this.seen = seen;
  }

  /** Returns rows at their addresses. */
  public static SampleRows of(Map<Rows, NDArray> rows, Targets targets) {
    return new SampleRows(new LinkedHashMap<>(rows), targets, TensorView::of);
  }

  /**
   * Returns random rows: projections and what else a part needs, of two views or as many as it
   * needs, with twins if it needs them, and labels that several samples share.
   *
   * @param step other rows for each step of a trial
   */
  public static SampleRows random(Trial trial, Needs needs, long step) {
    Set<String> outputs = new LinkedHashSet<>(List.of(Embeddings.PROJECTION));
    needs.outputs().stream().sorted().forEach(outputs::add);
    Size size = trial.size();
    Map<Rows, NDArray> rows = new LinkedHashMap<>();
    for (int view = 1; view <= Math.max(2, needs.views()); view++) {
      for (String output : outputs) {
        Rows address = Rows.of("view-" + view, output);
        rows.put(address, trial.normal(address + " " + step, size.batch(), size.width()));
        if (needs.twins().contains(Network.MAIN)) {
          Rows twin = address.target();
          rows.put(twin, trial.normal(twin + " " + step, size.batch(), size.width()));
        }
      }
    }
    long[] labels = new long[size.batch()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % Math.max(2, labels.length / 2);
    }
    return of(rows, Targets.of(Targets.LABEL, trial.harness().manager().create(labels)));
  }

  /** Returns a copy whose views are of another kind than tensors: {@link FakeEncoded#with}. */
  public SampleRows seenAs(Function<NDArray, View> kind) {
    return new SampleRows(rows, targets, kind);
  }

  /** Returns the rows by address. */
  public Map<Rows, NDArray> rows() {
    return rows;
  }

  /** Returns rows and targets by name. */
  public Map<String, NDArray> arrays() {
    Map<String, NDArray> all = new LinkedHashMap<>();
    rows.forEach((address, array) -> all.put(address.toString(), array));
    targets.names().forEach(name -> all.put("target " + name, targets.get(name)));
    return all;
  }

  /** Returns what a loss is given. */
  public FakeEncoded encoded() {
    return FakeEncoded.of(rows).with(targets).with(seen);
  }

  /** Returns how many samples there are. */
  public long samples() {
    return encoded().batch().size();
  }

  /** Returns a copy whose samples are the ones at the positions, an int64 array. */
  public SampleRows samples(NDArray positions) {
    NDIndex index = new NDIndex("{}", positions);
    Targets chosen = Targets.NONE;
    for (String name : targets.names()) {
      chosen = chosen.with(name, targets.get(name).get(index));
    }
    return new SampleRows(inViews(array -> array.get(index)), chosen, seen);
  }

  /** Returns a copy of the samples {@code from} (inclusive) to {@code to} (exclusive). */
  public SampleRows samples(int from, int to) {
    return samples(positions(LongStream.range(from, to).toArray()));
  }

  /** Returns a copy with the samples in another order, if there are two. */
  public SampleRows reordered(Draws draws) {
    long[] order = draws.permutation("order of samples", samples()).toLongArray();
    long[] identity = LongStream.range(0, order.length).toArray();
    if (Arrays.equals(order, identity)) {
      order = LongStream.of(identity).map(i -> identity.length - 1 - i).toArray();
    }
    return samples(positions(order));
  }

  /** Returns a copy whose rows are multiplied by numbers from one half to two. */
  public SampleRows lengthened(Draws draws) {
    Map<Rows, NDArray> longer = new LinkedHashMap<>(rows);
    longer.replaceAll(
        (address, array) -> {
          if (address.view().isEmpty()) {
            return array;
          }
          long[] shape = new long[array.getShape().dimension()];
          Arrays.fill(shape, 1);
          shape[0] = array.getShape().get(0);
          NDArray factors = draws.uniform("length of " + address, new Shape(shape));
          return array.mul(factors.mul(1.5).add(0.5).toType(array.getDataType(), false));
        });
    return new SampleRows(longer, targets, seen);
  }

  private NDArray positions(long[] positions) {
    return rows.values().iterator().next().getManager().create(positions);
  }

  /** Returns the same rows, each a leaf that requires a gradient. */
  public SampleRows withGradients() {
    rows.values().forEach(array -> array.setRequiresGradient(true));
    return this;
  }

  /** Returns a copy in which the rows of the first sample are NaN in all views. */
  public SampleRows withoutNumbers() {
    return new SampleRows(
        inViews(
            array -> {
              NDArray copy = array.duplicate();
              copy.set(new NDIndex("0, ..."), Double.NaN);
              return copy;
            }),
        targets,
        seen);
  }

  /**
   * Returns a copy in which each view has the rows of the next, and the last those of the first.
   */
  public SampleRows viewsRotated() {
    List<String> views = views();
    Map<Rows, NDArray> rotated = new LinkedHashMap<>(rows);
    rows.forEach(
        (address, array) -> {
          if (!address.view().isEmpty()) {
            int next = (views.indexOf(address.view()) + 1) % views.size();
            rotated.put(inView(address, views.get(next)), array);
          }
        });
    return new SampleRows(rotated, targets, seen);
  }

  /** Returns a copy in which all views have the rows of the first. */
  public SampleRows viewsAlike() {
    String first = views().get(0);
    Map<Rows, NDArray> alike = new LinkedHashMap<>(rows);
    alike.replaceAll(
        (address, array) ->
            address.view().isEmpty()
                ? array
                : rows.getOrDefault(inView(address, first), array).duplicate());
    return new SampleRows(alike, targets, seen);
  }

  private List<String> views() {
    return new ArrayList<>(
        new LinkedHashSet<>(
            rows.keySet().stream().map(Rows::view).filter(view -> !view.isEmpty()).toList()));
  }

  private static Rows inView(Rows address, String view) {
    Rows online = Rows.of(view, address.output()).network(address.network());
    return address.isTarget() ? online.target() : online;
  }

  private Map<Rows, NDArray> inViews(UnaryOperator<NDArray> change) {
    Map<Rows, NDArray> changed = new LinkedHashMap<>(rows);
    changed.replaceAll((address, array) -> address.view().isEmpty() ? array : change.apply(array));
    return changed;
  }
}
