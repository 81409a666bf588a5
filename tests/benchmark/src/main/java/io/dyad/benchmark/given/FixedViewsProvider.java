package io.dyad.benchmark.given;

import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Setup;
import io.dyad.api.TaggedView;
import io.dyad.api.Targets;
import io.dyad.api.ViewGenerator;
import io.dyad.api.ViewGeneratorProvider;
import io.dyad.api.Views;
import io.dyad.toolkit.view.TensorView;
import java.util.List;

/** Offers {@code fixed-views}: the same two views of normal numbers for every batch. */
public final class FixedViewsProvider implements ViewGeneratorProvider<FixedViewsOptions> {
  @Override
  public String name() {
    return "fixed-views";
  }

  @Override
  public String summary() {
    return "the same two views of normal numbers for every batch";
  }

  @Override
  public Class<FixedViewsOptions> options() {
    return FixedViewsOptions.class;
  }

  @Override
  public ViewGenerator create(FixedViewsOptions options, Setup setup) {
    Shape row = new Shape(options.shape().stream().mapToLong(Integer::longValue).toArray());
    Shape shape = new Shape(options.rows()).addAll(row);
    return new FixedViews(
        Views.of(List.of(view("view-1", shape, setup), view("view-2", shape, setup))));
  }

  private static TaggedView view(String name, Shape shape, Setup setup) {
    return TaggedView.of(name, TensorView.of(setup.draws().normal(name, shape)), Targets.NONE);
  }

  private record FixedViews(Views views) implements ViewGenerator {
    @Override
    public Views generate(Batch batch, Context context) {
      return views;
    }
  }
}
