package io.dyad.runtime.run;

import ai.djl.engine.Engine;
import java.nio.file.Path;
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

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
