package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Mode;
import io.dyad.api.Progress;
import io.dyad.runtime.kernel.Autograd;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What all contexts of one moment share: a step, an evaluation, the time between epochs. Each part
 * gets a context of its own, so that its draws depend on its place and on nothing else.
 *
 * @param progress how far training is
 * @param mode training or evaluation
 * @param manager owns arrays that die with the moment
 * @param run owns arrays that are kept
 * @param draws the run's random source
 * @param autograd takes gradients
 * @param published values by name: those of earlier epochs and, during a step, the step's own
 * @param calls counts the calls of networks by losses, each of which draws its own dropout
 */
record Frame(
    Progress progress,
    Mode mode,
    NDManager manager,
    NDManager run,
    SeededDraws draws,
    Autograd autograd,
    Map<String, NDArray> published,
    AtomicLong calls) {

  /** Returns the context of a part in this step. */
  PartContext step(String path) {
    return new PartContext(this, draws.with(manager).at(path, progress.step()));
  }

  /**
   * Returns the frame of one of several encodings in a step; draws differ, published values do not.
   */
  Frame call(long index) {
    return index <= 1
        ? this
        : new Frame(
            progress, mode, manager, run, draws.at("encoding", index), autograd, published, calls);
  }

  /** Returns a context whose draws are the same for a sample throughout an epoch. */
  PartContext epoch(String path) {
    return new PartContext(this, draws.with(manager).at("epoch of " + path, progress.epoch()));
  }
}
