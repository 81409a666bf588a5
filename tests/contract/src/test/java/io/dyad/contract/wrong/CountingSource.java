package io.dyad.contract.wrong;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.api.Targets;
import io.dyad.toolkit.view.TensorView;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A right data source, to be made wrong: a sample is its id, its label the id modulo three. */
class CountingSource implements DataSource {
  static final long CLASSES = 3;
  static final Map<String, Long> SIZES = Map.of("train", 12L, "test", 6L);

  @Override
  public Set<String> splits() {
    return SIZES.keySet();
  }

  @Override
  public long size(String split) {
    return Optional.ofNullable(SIZES.get(split))
        .orElseThrow(() -> new DataException("no split " + split + "; there is " + splits()));
  }

  @Override
  public Batch fetch(String split, long[] ids, Context context) {
    long size = size(split);
    for (long id : ids) {
      check(id, size);
    }
    NDArray samples = context.manager().create(values(ids, context), new Shape(ids.length, 1));
    NDArray labels = context.manager().create(Arrays.stream(ids).map(this::label).toArray());
    return Batch.of(batchIds(ids), TensorView.of(samples), Targets.of(Targets.LABEL, labels));
  }

  /** Refuses an id that is not in the split. */
  void check(long id, long size) {
    if (id < 0 || id >= size) {
      throw new DataException("no sample " + id + "; ids run from 0 to " + (size - 1));
    }
  }

  /** Returns the number of each sample. */
  double[] values(long[] ids, Context context) {
    double[] values = new double[ids.length];
    for (int i = 0; i < ids.length; i++) {
      values[i] = ids[i];
    }
    return values;
  }

  /** Returns the class of a sample. */
  long label(long id) {
    return id % CLASSES;
  }

  /** Returns the ids that the batch tells. */
  long[] batchIds(long[] ids) {
    return ids;
  }
}
