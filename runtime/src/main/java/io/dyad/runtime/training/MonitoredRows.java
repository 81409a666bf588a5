package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Batch;
import io.dyad.api.Data;
import io.dyad.api.Embeddings;
import io.dyad.api.Network;
import io.dyad.api.View;
import java.util.stream.LongStream;

/** The rows on which collapse is watched: the first training samples, not augmented. */
final class MonitoredRows {
  private static final long ROWS = 256;

  private MonitoredRows() {}

  /** Returns their representations, one row each. */
  static NDArray representations(Assembly assembly, Frame frame) {
    long rows = Math.min(ROWS, assembly.data().size(Data.TRAIN));
    Batch batch =
        assembly.data().fetch(Data.TRAIN, LongStream.range(0, rows).toArray(), frame.step("data"));
    View plain = assembly.data().plain(batch, frame.step("monitor"));
    NDArray made =
        assembly.network(Network.MAIN).apply(plain, frame::step).get(Embeddings.REPRESENTATION);
    return made.reshape(made.getShape().get(0), -1);
  }
}
