package io.dyad.contrast.imbalanced;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Context;
import io.dyad.api.DataSource;
import io.dyad.api.Draws;
import io.dyad.api.Mode;
import io.dyad.api.Progress;
import io.dyad.api.Setup;
import io.dyad.api.Targets;
import java.util.stream.LongStream;

/** Reads the labels of a split before there is a run. */
record LabelReader(Setup setup, NDManager manager) implements Context {
  private static final int CHUNK = 512;

  /**
   * Returns the label of each sample.
   *
   * @throws io.dyad.api.DataException if the data has none
   */
  static long[] read(DataSource source, String split, Setup setup) {
    long size = source.size(split);
    long[] labels = new long[Math.toIntExact(size)];
    for (long from = 0; from < size; from += CHUNK) {
      long[] ids = LongStream.range(from, Math.min(size, from + CHUNK)).toArray();
      try (NDManager scratch = setup.manager().newSubManager()) {
        NDArray read =
            source.fetch(split, ids, new LabelReader(setup, scratch)).targets().get(Targets.LABEL);
        System.arraycopy(read.toLongArray(), 0, labels, (int) from, ids.length);
      }
    }
    return labels;
  }

  @Override
  public Progress progress() {
    return Progress.of(0, 0, 0, 0);
  }

  @Override
  public Draws draws() {
    return setup.draws();
  }

  @Override
  public Device device() {
    return setup.device();
  }

  @Override
  public Mode mode() {
    return Mode.EVALUATE;
  }

  @Override
  public NDArray keep(NDArray array) {
    array.attach(setup.manager());
    return array;
  }
}
