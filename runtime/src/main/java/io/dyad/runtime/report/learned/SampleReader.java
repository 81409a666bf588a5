package io.dyad.runtime.report.learned;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.DataException;
import io.dyad.api.Network;
import io.dyad.api.Targets;
import io.dyad.api.View;
import io.dyad.runtime.evaluation.SampleChunks;
import io.dyad.runtime.training.Assembly;
import io.dyad.runtime.training.Evaluations;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;

/** Reads chosen samples of a run's data, chunk after chunk, without gradients. */
final class SampleReader {
  /** How many samples are in memory at a time. */
  static final int CHUNK = 100;

  /** What is done with a chunk; its arrays die afterwards. */
  interface Visitor {
    void see(Batch batch, View plain, Context context);
  }

  private final Assembly assembly;

  @Inject
  SampleReader(Assembly assembly) {
    this.assembly = assembly;
  }

  /** Visits samples in the order of the ids. */
  void visit(String split, long[] ids, Watcher watcher, Visitor visitor) {
    SampleChunks samples = new Evaluations(assembly).samples();
    int reached = 0;
    for (long[] some : samples.ids(split, ids, CHUNK).toList()) {
      reached +=
          samples.read(
              split,
              some,
              (batch, context) -> {
                if (batch.size() != some.length) {
                  throw new DataException("the data cannot be read sample by sample");
                }
                visitor.see(batch, assembly.data().plain(batch, context), context);
                return some.length;
              });
      watcher.reached(reached, ids.length);
    }
  }

  /** Returns a split's ids in order, or some of them if there are more; drawn by the run's seed. */
  long[] some(String split, int most) {
    long size = assembly.data().size(split);
    if (size <= most) {
      return LongStream.range(0, size).toArray();
    }
    return new Random(assembly.experiment().seed())
        .longs(0, size)
        .distinct()
        .limit(most)
        .sorted()
        .toArray();
  }

  /** Returns the embeddings of a chunk by the main network as float32, shape (N, D). */
  NDArray embed(String output, View plain, Batch batch, Context context) {
    NDArray rows = assembly.network(Network.MAIN).apply(plain, context).get(output);
    if (rows.getShape().get(0) != batch.size()) {
      throw new DataException(
          "the output \"%s\" has %d rows for %d samples"
              .formatted(output, rows.getShape().get(0), batch.size()));
    }
    return rows.reshape(batch.size(), -1).toType(DataType.FLOAT32, false);
  }

  /** Returns the labels of a batch, if it has one for each sample. */
  static Optional<long[]> labels(Batch batch) {
    return batch
        .targets()
        .find(Targets.LABEL)
        .filter(labels -> labels.size() == batch.size())
        .map(labels -> labels.toType(DataType.INT64, false).toLongArray());
  }
}
