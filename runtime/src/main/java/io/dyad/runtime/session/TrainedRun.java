package io.dyad.runtime.session;

import ai.djl.ndarray.NDManager;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.experiment.CheckpointOptions;
import io.dyad.runtime.experiment.ExperimentFile;
import io.dyad.runtime.experiment.LoadedExperiment;
import io.dyad.runtime.run.Checkpoint;
import io.dyad.runtime.run.Checkpoints;
import io.dyad.runtime.run.RunFolder;
import io.dyad.runtime.training.TrainingState;
import java.nio.file.Path;
import java.util.List;

/** Opens the run folder of an earlier training with what it learned. */
public final class TrainedRun {
  private TrainedRun() {}

  /**
   * Returns a session whose networks hold a checkpoint of a run.
   *
   * @param run the run folder
   * @param name of the checkpoint, as {@link Checkpoints#get} takes it
   * @param settings {@code KEY=VALUE} each, over the configuration of the run
   * @throws io.dyad.api.ConfigurationException if it is no run folder or has no such checkpoint
   * @throws io.dyad.api.DataException if the checkpoint is damaged or does not fit
   */
  public static Session open(Path run, String name, List<String> settings, Plugins plugins) {
    RunFolder folder = RunFolder.open(run);
    LoadedExperiment loaded = ExperimentFile.load(folder.config().toString(), settings, plugins);
    CheckpointOptions options = loaded.experiment().checkpoint();
    Checkpoint checkpoint = folder.checkpoints(options.keep(), options.bestMetric()).get(name);
    Session session = Session.open(plugins, loaded);
    try (NDManager scratch = session.assembly().manager().newSubManager()) {
      TrainingState.of(session.assembly()).restore(checkpoint.tensors(scratch));
      return session;
    } catch (RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }
}
