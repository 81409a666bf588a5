package io.dyad.runtime.wiring;

import com.google.inject.AbstractModule;
import io.dyad.runtime.experiment.CheckpointOptions;
import io.dyad.runtime.experiment.EvaluateOptions;
import io.dyad.runtime.experiment.Experiment;
import io.dyad.runtime.experiment.LoadedExperiment;
import io.dyad.runtime.experiment.MonitorOptions;
import io.dyad.runtime.experiment.OptimizerOptions;
import io.dyad.runtime.experiment.ScheduleOptions;
import io.dyad.runtime.experiment.TrainOptions;

/** Binds the experiment and the sections of it that are asked for by themselves. */
public final class ExperimentModule extends AbstractModule {
  private final LoadedExperiment loaded;

  /** Creates the module of an experiment. */
  public ExperimentModule(LoadedExperiment loaded) {
    this.loaded = loaded;
  }

  @Override
  protected void configure() {
    Experiment experiment = loaded.experiment();
    bind(LoadedExperiment.class).toInstance(loaded);
    bind(Experiment.class).toInstance(experiment);
    bind(TrainOptions.class).toInstance(experiment.train());
    bind(OptimizerOptions.class).toInstance(experiment.train().optimizer());
    bind(ScheduleOptions.class).toInstance(experiment.train().schedule());
    bind(EvaluateOptions.class).toInstance(experiment.evaluate());
    bind(CheckpointOptions.class).toInstance(experiment.checkpoint());
    bind(MonitorOptions.class).toInstance(experiment.monitors());
  }
}
