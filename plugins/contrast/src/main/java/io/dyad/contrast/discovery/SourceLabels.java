package io.dyad.contrast.discovery;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Context;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.api.Draws;
import io.dyad.api.Mode;
import io.dyad.api.Progress;
import io.dyad.api.Setup;
import io.dyad.api.Targets;
import java.util.stream.LongStream;

/** Reads all labels of a split, before there is any training: sizes depend on them. */
final class SourceLabels {
  private static final long CHUNK = 256;

  private SourceLabels() {}

  /** The time before training. */
  private record Beginning(NDManager manager, Draws draws) implements Context {
    @Override
    public Progress progress() {
      return Progress.of(0, 0, 0, 0);
    }

    @Override
    public Device device() {
      return manager.getDevice();
    }

    @Override
    public Mode mode() {
      return Mode.EVALUATE;
    }

    @Override
    public NDArray keep(NDArray array) {
      array.attach(manager.getParentManager());
      NDScope.unregister(array);
      return array;
    }
  }

  static long[] of(DataSource source, String split, Setup setup) {
    long size = source.size(split);
    long[] labels = new long[Math.toIntExact(size)];
    for (long from = 0; from < size; from += CHUNK) {
      long[] ids = LongStream.range(from, Math.min(size, from + CHUNK)).toArray();
      try (NDManager scratch = setup.manager().newSubManager();
          NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        Targets targets = source.fetch(split, ids, new Beginning(scratch, setup.draws())).targets();
        long[] some =
            targets
                .find(Targets.LABEL)
                .orElseThrow(
                    () ->
                        new DataException(
                            "%s: category-discovery needs data with labels; they have %s"
                                .formatted(setup.name(), targets.names())))
                .toType(DataType.INT64, false)
                .toLongArray();
        System.arraycopy(some, 0, labels, (int) from, some.length);
      }
    }
    return labels;
  }
}
