package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Batch;
import io.dyad.api.Embeddings;
import io.dyad.api.Network;
import io.dyad.api.View;

/** The rows on which collapse is watched: the first training samples, not augmented. */
final class MonitoredRows {
  private static final long ROWS = 256;

  private MonitoredRows() {}

  /** Returns their representations, one row each. */
  static NDArray representations(Assembly assembly, Frame frame) {
    Batch batch = assembly.data().first(ROWS, frame.step("data"));
    View plain = assembly.data().plain(batch, frame.step("monitor"));
    NDArray made =
        assembly.network(Network.MAIN).apply(plain, frame::step).get(Embeddings.REPRESENTATION);
    return made.reshape(made.getShape().get(0), -1);
  }
}
