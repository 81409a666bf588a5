package io.dyad.runtime.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Kernels;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.experiment.LoadedExperiment;
import io.dyad.runtime.session.Measurements;
import io.dyad.runtime.session.MemoryCheck;
import io.dyad.runtime.session.Narrator;
import io.dyad.runtime.session.Session;
import io.dyad.runtime.session.Surroundings;
import io.dyad.runtime.training.StopRequest;
import io.dyad.runtime.training.StoppedException;
import io.dyad.runtime.training.TrainingLoop;
import io.dyad.runtime.training.TrainingViews;

/** Trains an experiment for some steps, as a run does but without its folder, and times them. */
public final class Bench {
  private Bench() {}

  /**
   * Returns how fast the experiment trains.
   *
   * @param loaded with at least as many epochs as the plan has steps
   * @throws ConfigurationException if training ends before there are steps to measure
   * @throws io.dyad.api.DyadException as training throws it
   */
  public static BenchResult run(
      Plugins plugins, LoadedExperiment loaded, BenchPlan plan, Narrator narrator) {
    KernelClock clock = new KernelClock();
    try (Session session = Session.open(plugins, loaded, clock::timed)) {
      session.get(MemoryCheck.class).require(narrator);
      int views = session.get(TrainingViews.class).count();
      StopRequest stop = session.get(StopRequest.class);
      NDManager manager = session.assembly().manager();
      StepTimer timer =
          new StepTimer(plan, clock, stop, () -> settle(manager), manager.getDevice());
      narrator.say(
          "%d steps to warm up, %d to measure%s"
              .formatted(
                  plan.warmup(),
                  plan.steps(),
                  plan.profiled() > 0 ? ", at most %d to profile".formatted(plan.profiled()) : ""));
      train(session, timer, stop);
      if (timer.measured().count() == 0) {
        throw new ConfigurationException(
            "training ended within the %d steps of the warm-up; ask for fewer with --warmup"
                .formatted(plan.warmup()));
      }
      return BenchResult.of(
          loaded.experiment().name(), plan, views, timer, session.get(Surroundings.class).here());
    }
  }

  /** A GPU works through what it was given in order, so that it has when it hands out a number. */
  private static void settle(NDManager manager) {
    if (manager.getDevice().isGpu()) {
      try (NDArray last = manager.create(0f)) {
        last.getFloat();
      }
    }
  }

  private static void train(Session session, StepTimer timer, StopRequest stop) {
    try (TrainingLoop loop =
        new TrainingLoop(
            session.assembly(),
            session.get(Kernels.class),
            session.get(Measurements.class)::network,
            timer,
            stop)) {
      loop.run();
    } catch (StoppedException planned) {
      // The timer asks for it after the last step.
    }
  }
}
