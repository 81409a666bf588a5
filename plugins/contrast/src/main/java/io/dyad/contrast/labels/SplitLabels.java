package io.dyad.contrast.labels;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.api.Draws;
import io.dyad.api.Targets;
import java.util.stream.LongStream;

/** Reads all labels of a split, which decodes every sample of a source that is not resident. */
public final class SplitLabels {
  private static final long CHUNK = 512;

  private SplitLabels() {}

  /**
   * Returns the label of each sample.
   *
   * @param target which target is the label, integers
   * @param manager parent of the arrays that come and go
   * @param reader who asks, for messages
   * @throws DataException if the data has no such target
   */
  public static long[] of(
      DataSource source,
      String split,
      String target,
      Draws draws,
      NDManager manager,
      String reader) {
    long size = source.size(split);
    long[] labels = new long[Math.toIntExact(size)];
    for (long from = 0; from < size; from += CHUNK) {
      long[] ids = LongStream.range(from, Math.min(size, from + CHUNK)).toArray();
      try (NDManager scratch = manager.newSubManager();
          NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        Targets targets = source.fetch(split, ids, new BeforeTraining(scratch, draws)).targets();
        long[] some =
            targets
                .find(target)
                .orElseThrow(() -> missing(reader, target, targets))
                .toType(DataType.INT64, false)
                .toLongArray();
        System.arraycopy(some, 0, labels, (int) from, some.length);
      }
    }
    return labels;
  }

  private static DataException missing(String reader, String target, Targets targets) {
    return new DataException(
        "%s needs data with labels: there is no target \"%s\" among %s"
            .formatted(reader, target, targets.names()));
  }
}
