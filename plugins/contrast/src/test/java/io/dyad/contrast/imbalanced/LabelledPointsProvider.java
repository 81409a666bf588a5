package io.dyad.contrast.imbalanced;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Setup;
import io.dyad.api.Targets;
import io.dyad.toolkit.view.TensorView;
import java.util.Arrays;
import java.util.Set;

/** Points whose coordinate is their id and whose class is its remainder by 4. */
public final class LabelledPointsProvider
    implements DataSourceProvider<LabelledPointsProvider.Options> {
  /** Options of the points. */
  public record Options(@Doc("whether there are labels") @Default("true") boolean labels) {}

  @Override
  public String name() {
    return "labelled-points";
  }

  @Override
  public String summary() {
    return "points for a test";
  }

  @Override
  public Class<Options> options() {
    return Options.class;
  }

  @Override
  public DataSource create(Options options, Setup setup) {
    return new Points(options.labels());
  }

  private record Points(boolean labelled) implements DataSource {
    @Override
    public Set<String> splits() {
      return Set.of(Data.TRAIN, Data.TEST);
    }

    @Override
    public long size(String split) {
      if (!splits().contains(split)) {
        throw new DataException("no split " + split + ", there are train and test");
      }
      return split.equals(Data.TRAIN) ? 1200 : 8;
    }

    @Override
    public Batch fetch(String split, long[] ids, Context context) {
      for (long id : ids) {
        if (id < 0 || id >= size(split)) {
          throw new DataException("there is no sample " + id);
        }
      }
      size(split);
      float[] points = new float[ids.length];
      for (int i = 0; i < ids.length; i++) {
        points[i] = ids[i];
      }
      NDArray samples = context.manager().create(points, new Shape(ids.length, 1));
      NDArray classes = context.manager().create(Arrays.stream(ids).map(id -> id % 4).toArray());
      return Batch.of(
          ids,
          TensorView.of(samples),
          labelled ? Targets.of(Targets.LABEL, classes) : Targets.NONE);
    }
  }
}
