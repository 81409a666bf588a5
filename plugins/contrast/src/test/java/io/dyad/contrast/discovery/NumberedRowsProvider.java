package io.dyad.contrast.discovery;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.Setup;
import io.dyad.api.Targets;
import io.dyad.toolkit.view.TensorView;
import java.util.Set;

/** Rows that hold their id, in four classes that follow each other: 80 to train and 20 to test. */
public final class NumberedRowsProvider
    implements DataSourceProvider<NumberedRowsProvider.NoOptions> {
  /** There is nothing to choose. */
  public record NoOptions() {}

  @Override
  public String name() {
    return "numbered-rows";
  }

  @Override
  public String summary() {
    return "rows that hold their id";
  }

  @Override
  public Class<NoOptions> options() {
    return NoOptions.class;
  }

  @Override
  public DataSource create(NoOptions options, Setup setup) {
    return new NumberedRows();
  }

  private static final class NumberedRows implements DataSource {
    @Override
    public Set<String> splits() {
      return Set.of(Data.TRAIN, Data.TEST);
    }

    @Override
    public long size(String split) {
      if (!splits().contains(split)) {
        throw new DataException("no split " + split);
      }
      return split.equals(Data.TRAIN) ? 80 : 20;
    }

    @Override
    public Batch fetch(String split, long[] ids, Context context) {
      NDArray numbers = context.manager().create(ids);
      NDArray rows = numbers.toType(DataType.FLOAT32, true).reshape(-1, 1);
      return Batch.of(ids, TensorView.of(rows), Targets.of(Targets.LABEL, numbers.mod(4)));
    }
  }
}
