package io.dyad.runtime.bench;

import ai.djl.Device;
import io.dyad.api.Progress;
import io.dyad.runtime.bench.profile.OperatorProfile;
import io.dyad.runtime.bench.profile.Profiler;
import io.dyad.runtime.training.StopRequest;
import io.dyad.runtime.training.TrainingListener;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;

/**
 * Times the steps of a training loop and stops it after the last. A step begins when its batch is
 * waited for and ends when its parameters are updated; what the loop does between two steps (at an
 * epoch's end) belongs to neither, but slows the throughput.
 */
final class StepTimer implements TrainingListener {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final BenchPlan plan;
  private final KernelClock clock;
  private final StopRequest stop;
  private final Runnable settle;
  private final Profiler profiler;
  private final MeasuredSteps measured;
  private long done;
  private long begin;
  private long waited;
  private long processor;

  /**
   * Creates a timer.
   *
   * @param settle waits until the device has done what it was given; called before the measured
   *     steps and at the end of the last of them
   */
  StepTimer(BenchPlan plan, KernelClock clock, StopRequest stop, Runnable settle, Device device) {
    this.plan = plan;
    this.clock = clock;
    this.stop = stop;
    this.settle = settle;
    profiler = new Profiler(device);
    measured = new MeasuredSteps(plan.steps(), device);
  }

  @Override
  public void onWait() {
    if (done == plan.warmup()) {
      settle.run();
    }
    if (isProfiled()) {
      profiler.start();
    }
    clock.restart();
    processor = THREADS.getCurrentThreadCpuTime();
    begin = System.nanoTime();
    if (done == plan.warmup()) {
      measured.start(begin);
    }
  }

  @Override
  public void onBatch() {
    waited = System.nanoTime() - begin;
  }

  @Override
  public void onStep(Progress progress, int samples) {
    if (done == plan.warmup() + plan.steps() - 1) {
      settle.run();
    }
    long end = System.nanoTime();
    long cpu = THREADS.getCurrentThreadCpuTime() - processor;
    if (isProfiled()) {
      profiler.stop(end - begin, waited);
    } else if (done >= plan.warmup()) {
      measured.add(begin, end, waited, cpu, clock, samples);
    }
    done++;
    if (done == plan.total() || profiler.isSure()) {
      stop.make();
    }
  }

  private boolean isProfiled() {
    return done >= plan.warmup() + plan.steps();
  }

  /** Returns the measured steps, of which there may be fewer than planned. */
  MeasuredSteps measured() {
    return measured;
  }

  /** Returns the profile of the steps after them, if there were any. */
  Optional<OperatorProfile> profile() {
    return profiler.profile();
  }
}
