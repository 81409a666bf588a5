package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Mode;
import io.dyad.api.Progress;
import io.dyad.runtime.kernel.Autograd;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes the frames of a run.
 *
 * @param run owns arrays that are kept
 * @param draws the run's random source
 * @param autograd takes gradients
 */
record Frames(NDManager run, SeededDraws draws, Autograd autograd) {
  private static final Progress BEFORE = Progress.of(0, 0, 0, 0);

  /**
   * Returns the frame of a moment.
   *
   * @param owner of the arrays that die with the moment
   * @param published values of earlier epochs; what the moment publishes is not put in there
   */
  Frame at(NDManager owner, Mode mode, Progress progress, Map<String, NDArray> published) {
    return new Frame(
        progress,
        mode,
        owner,
        run,
        draws,
        autograd,
        new LinkedHashMap<>(published),
        new AtomicLong());
  }

  /** Returns a frame outside training. */
  Frame evaluation(NDManager owner) {
    return at(owner, Mode.EVALUATE, BEFORE, Map.of());
  }
}
