package io.dyad.runtime.session;

import io.dyad.api.DataException;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.experiment.CheckpointOptions;
import io.dyad.runtime.experiment.LoadedExperiment;
import io.dyad.runtime.run.Checkpoint;
import io.dyad.runtime.run.Checkpoints;
import io.dyad.runtime.run.NewestGood;
import io.dyad.runtime.run.RunFolder;
import io.dyad.runtime.run.Summary;
import io.dyad.runtime.run.WriterLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A run that was stopped or killed, and where it goes on.
 *
 * @param folder of the run
 * @param checkpoint its name, as {@link Checkpoints#get} takes it
 */
public record PausedRun(RunFolder folder, String checkpoint) {
  private static final String CHECKPOINTS = "checkpoints";

  /**
   * Finds a run.
   *
   * @param place the run folder, or a checkpoint in it
   * @throws io.dyad.api.ConfigurationException if it is neither
   */
  public static PausedRun at(Path place) {
    Path above = place.toAbsolutePath().normalize().getParent();
    if (above != null && above.endsWith(CHECKPOINTS)) {
      RunFolder folder = new RunFolder(place.resolve("../..").normalize());
      if (Files.isRegularFile(folder.config())) {
        return new PausedRun(folder, String.valueOf(place.getFileName()));
      }
    }
    return new PausedRun(RunFolder.open(place), Checkpoints.LATEST);
  }

  /** Returns the outcome, if there is nothing left to do. */
  public Optional<Summary> outcome() {
    return Files.exists(folder.summary())
        ? Optional.of(Summary.read(folder.summary()))
        : Optional.empty();
  }

  /**
   * Returns the experiment of the run.
   *
   * @param settings {@code KEY=VALUE} each, for this session
   * @throws io.dyad.api.ConfigurationException if one could change numbers
   */
  public LoadedExperiment experiment(List<String> settings, Plugins plugins) {
    return SafeSettings.over(folder.config(), settings, plugins);
  }

  /**
   * Takes the folder for this process.
   *
   * @throws io.dyad.api.ConfigurationException if another process is training in it
   * @throws DataException if the checkpoint is damaged, or all are
   */
  public TrainingRun take(CheckpointOptions options, Narrator narrator) {
    WriterLock lock = folder.lock();
    try {
      Checkpoints checkpoints = folder.checkpoints(options.keep(), options.bestMetric());
      Optional<Checkpoint> from =
          checkpoint.equals(Checkpoints.LATEST)
              ? newest(checkpoints.newestGood(), narrator)
              : Optional.of(checkpoints.get(checkpoint));
      return new TrainingRun(folder, lock, from);
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  private Optional<Checkpoint> newest(NewestGood found, Narrator narrator) {
    found.refused().forEach(refused -> narrator.say("warning: " + refused.reason()));
    if (found.checkpoint().isEmpty() && !found.refused().isEmpty()) {
      throw new DataException(
          "no checkpoint in %s is good, for the reasons above; begin anew with: dyad train %s"
              .formatted(folder.path(), folder.config()));
    }
    return found.checkpoint();
  }
}
