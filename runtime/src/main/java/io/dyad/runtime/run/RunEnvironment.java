package io.dyad.runtime.run;

import ai.djl.engine.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a run's numbers depend on beside its configuration; {@code environment.json}.
 *
 * @param dyad version of Dyad, {@code development} outside a packaged one
 * @param djl version of DJL
 * @param engine such as {@code PyTorch}
 * @param libtorch version of the engine's native library
 * @param java version and vendor
 * @param os name, version and architecture
 * @param processors how many the machine offers
 * @param device such as {@code cpu} or {@code gpu:0}
 * @param threads the engine's threads
 * @param seed of the run
 * @param git commit of the working folder, if it is in a repository
 */
public record RunEnvironment(
    String dyad,
    String djl,
    String engine,
    String libtorch,
    String java,
    String os,
    int processors,
    String device,
    int threads,
    long seed,
    @Nullable String git) {
  /** Describes this process, whose engine has started. */
  public static RunEnvironment of(
      Engine engine, String device, int threads, long seed, Path workingFolder) {
    return new RunEnvironment(
        Objects.requireNonNullElse(
            RunEnvironment.class.getPackage().getImplementationVersion(), "development"),
        Engine.getDjlVersion(),
        engine.getEngineName(),
        engine.getVersion(),
        property("java.version") + " " + property("java.vendor"),
        property("os.name") + " " + property("os.version") + " " + property("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        device,
        threads,
        seed,
        GitCommit.of(workingFolder).orElse(null));
  }

  /** Returns a line for each thing that numbers may depend on and in which another differs. */
  public List<String> differences(RunEnvironment now) {
    List<String> lines = new ArrayList<>();
    compare("Dyad", dyad, now.dyad, lines);
    compare("DJL", djl, now.djl, lines);
    compare("engine", engine + " " + libtorch, now.engine + " " + now.libtorch, lines);
    compare("system", os, now.os, lines);
    compare("device", device, now.device, lines);
    compare("threads", threads, now.threads, lines);
    return lines;
  }

  private static void compare(String what, Object then, Object now, List<String> lines) {
    if (!then.equals(now)) {
      lines.add("%s: %s then, %s now".formatted(what, then, now));
    }
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
