package io.dyad.benchmark.given;

import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.DataSource;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.Setup;
import io.dyad.api.Targets;
import io.dyad.toolkit.view.TensorView;
import java.util.Set;

/** Offers {@code blank}: samples of zeros. */
public final class BlankProvider implements DataSourceProvider<BlankOptions> {
  @Override
  public String name() {
    return "blank";
  }

  @Override
  public String summary() {
    return "samples of zeros";
  }

  @Override
  public Class<BlankOptions> options() {
    return BlankOptions.class;
  }

  @Override
  public DataSource create(BlankOptions options, Setup setup) {
    return new Blank(options);
  }

  private record Blank(BlankOptions options) implements DataSource {
    @Override
    public Set<String> splits() {
      return Set.of(Data.TRAIN);
    }

    @Override
    public long size(String split) {
      return options.samples();
    }

    @Override
    public boolean isResident(String split) {
      return true;
    }

    @Override
    public Batch fetch(String split, long[] ids, Context context) {
      Shape shape = new Shape(ids.length, options.width());
      return Batch.of(ids, TensorView.of(context.manager().zeros(shape)), Targets.NONE);
    }
  }
}
