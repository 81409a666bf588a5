package io.dyad.runtime.session;

import io.dyad.runtime.run.TrainingTimes;
import java.nio.file.Path;

/** How long training has taken, over all processes that trained in a folder. */
final class Stopwatch {
  private final Path file;
  private final TrainingTimes times;
  private final double before;
  private final long start = System.nanoTime();

  private Stopwatch(Path file, long step) {
    this.file = file;
    times = TrainingTimes.read(file);
    before = times.until(step);
  }

  /** Goes on from the time it took up to a step. */
  static Stopwatch start(Path file, long step) {
    return new Stopwatch(file, step);
  }

  double seconds() {
    return before + (System.nanoTime() - start) / 1e9;
  }

  /** Notes the time up to a step, for a process that goes on from there. */
  void note(long step) {
    times.note(step, seconds(), file);
  }
}
