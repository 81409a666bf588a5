package io.dyad.runtime.session;

import io.dyad.runtime.run.Checkpoint;
import io.dyad.runtime.run.RunFolder;
import io.dyad.runtime.run.WriterLock;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * A run folder in which this process trains, and no other.
 *
 * @param folder where everything is written
 * @param lock held until this is closed
 * @param checkpoint from which training goes on; empty: from the first step
 */
public record TrainingRun(RunFolder folder, WriterLock lock, Optional<Checkpoint> checkpoint)
    implements AutoCloseable {
  /** Creates the folder of a new run. */
  static TrainingRun create(Path runs, String name, Clock clock) {
    RunFolder folder = RunFolder.create(runs, name, clock);
    return new TrainingRun(folder, folder.lock(), Optional.empty());
  }

  @Override
  public void close() {
    lock.close();
  }
}
