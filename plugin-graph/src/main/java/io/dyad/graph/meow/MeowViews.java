package io.dyad.graph.meow;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Batch;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.Setup;
import io.dyad.api.TaggedView;
import io.dyad.api.View;
import io.dyad.api.ViewGenerator;
import io.dyad.api.Views;
import io.dyad.toolkit.view.CompositeView;
import io.dyad.toolkit.view.HeterogeneousGraphView;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Two views that are drawn once, before training, and are the same in every step.
 *
 * <ul>
 *   <li>{@code coarse}: the target's features and one meta-path, {@code coarse}, the mean of the
 *       normalised meta-paths, without contexts.
 *   <li>{@code fine}: a {@link CompositeView} of {@code plain}, each normalised meta-path with its
 *       contexts, and {@code masked}, the same with features and edges missing.
 * </ul>
 *
 * The fine view is the plain one, too: its output is what is evaluated.
 */
final class MeowViews implements ViewGenerator {
  private final MeowViewsOptions options;
  private final Setup setup;
  private Optional<StaticViews> drawn = Optional.empty();

  MeowViews(MeowViewsOptions options, Setup setup) {
    this.options = options;
    this.setup = setup;
  }

  /** Draws depend on the seed alone, so a run that goes on has the same views. */
  @Override
  public void start(Data data, Context context) {
    long[] all = LongStream.range(0, data.size(Data.TRAIN)).toArray();
    HeterogeneousGraphView graph = graph(data.fetch(Data.TRAIN, all, context));
    check("neighbours", options.neighbours().keySet(), graph);
    check("edge-mask", options.edgeMask().keySet(), graph);
    drawn = Optional.of(StaticViews.draw(graph, options, setup));
  }

  private void check(String option, Iterable<String> names, HeterogeneousGraphView graph) {
    for (String name : names) {
      if (!graph.metaPaths().containsKey(name)) {
        throw new ConfigurationException(
            "%s.%s speaks of meta-path \"%s\", but the data have %s"
                .formatted(setup.name(), option, name, graph.metaPaths().keySet()));
      }
    }
  }

  @Override
  public Views generate(Batch batch, Context context) {
    HeterogeneousGraphView graph = graph(batch);
    StaticViews views = started();
    return Views.of(
        List.of(
            TaggedView.of("coarse", shown(views.coarse(), graph, context), batch.targets()),
            TaggedView.of("fine", fine(graph, context), batch.targets())));
  }

  @Override
  public View plain(Batch batch, Context context) {
    return fine(graph(batch), context);
  }

  private CompositeView fine(HeterogeneousGraphView graph, Context context) {
    StaticViews views = started();
    return CompositeView.of("plain", shown(views.plain(), graph, context))
        .and("masked", shown(views.masked(), graph, context));
  }

  private StaticViews started() {
    return drawn.orElseThrow(
        () -> new IllegalStateException("meow-views makes its views when it is started"));
  }

  /** Returns a kept view for a while, with the samples of a batch. */
  private static HeterogeneousGraphView shown(
      HeterogeneousGraphView kept, HeterogeneousGraphView batch, Context context) {
    NDList borrowed = new NDList();
    for (NDArray array : kept.tensors()) {
      NDArray view = array.reshape(array.getShape());
      view.attach(context.manager());
      borrowed.add(view);
    }
    HeterogeneousGraphView shown = kept.with(borrowed);
    return batch.selected().map(shown::select).orElse(shown);
  }

  private static HeterogeneousGraphView graph(Batch batch) {
    if (batch.samples() instanceof HeterogeneousGraphView graph) {
      if (graph.metaPaths().isEmpty()) {
        throw new DataException("meow-views needs at least one meta-path; the data have none");
      }
      return graph;
    }
    throw new DataException(
        "meow-views takes heterogeneous graphs (data { use = heterogeneous .. }), got "
            + batch.samples().getClass().getSimpleName());
  }
}
