package io.dyad.runtime.bench.profile;

import ai.djl.Device;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Profiles single steps of the calling thread with the engine's own profiler. */
public final class Profiler {
  private static final int LEAST_STEPS = 5;
  private static final long LONG_ENOUGH = 2_000_000_000;

  private final boolean gpu;
  private final SelfTimes times = new SelfTimes();
  private int steps;
  private long whole;
  private long waiting;

  /** Creates a profiler that has seen no step. */
  public Profiler(Device device) {
    gpu = device.isGpu();
  }

  /** Begins to record the operators that this thread calls. */
  public void start() {
    JniUtils.startProfile(gpu, false, false);
  }

  /**
   * Ends the record of a step.
   *
   * @param nanoseconds of the step
   * @param waited of them for data
   */
  public void stop(long nanoseconds, long waited) {
    steps++;
    whole += nanoseconds;
    waiting += waited;
    try {
      Path trace = Files.createTempFile("dyad-profile", ".json");
      try {
        JniUtils.stopProfile(trace.toString());
        Trace.read(trace).forEach(times::add);
      } finally {
        Files.delete(trace);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the profile of a step cannot be written or read", e);
    }
  }

  /** Returns whether enough was seen for one more step to change little. */
  public boolean isSure() {
    return steps >= LEAST_STEPS && whole >= LONG_ENOUGH;
  }

  /** Returns the profile of all steps together, if there was one. */
  public Optional<OperatorProfile> profile() {
    return steps == 0
        ? Optional.empty()
        : Optional.of(OperatorProfile.of(times, steps, whole, waiting));
  }
}
