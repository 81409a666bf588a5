package io.dyad.runtime.run;

import ai.djl.engine.Engine;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
 * @param plugins version and checksum of each jar that parts come from, by its name
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
    Map<String, String> plugins,
    @Nullable String git) {
  /** Copies the plugins. */
  public RunEnvironment {
    plugins = Collections.unmodifiableMap(new TreeMap<>(plugins));
  }

  /** Describes this process, whose engine has started. */
  public static RunEnvironment of(
      Engine engine,
      String device,
      int threads,
      long seed,
      Map<String, String> plugins,
      Path workingFolder) {
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
        plugins,
        GitCommit.of(workingFolder).orElse(null));
  }

  /**
   * Returns in words what is another here than there and may change numbers; what a jar that is new
   * here brings was not used there.
   */
  public List<String> differences(RunEnvironment there) {
    Map<String, String> before = there.causes();
    Map<String, String> now = causes();
    return before.entrySet().stream()
        .filter(cause -> !cause.getValue().equals(now.get(cause.getKey())))
        .map(
            cause ->
                "%s was %s, is %s"
                    .formatted(
                        cause.getKey(),
                        cause.getValue(),
                        now.getOrDefault(cause.getKey(), "not there")))
        .toList();
  }

  private Map<String, String> causes() {
    Map<String, String> causes = new LinkedHashMap<>();
    causes.put("Dyad", dyad);
    causes.put("DJL", djl);
    causes.put("engine", engine + " " + libtorch);
    causes.put("Java", java);
    causes.put("device", device);
    causes.put("number of threads", String.valueOf(threads));
    plugins.forEach((name, version) -> causes.put("jar " + name, version));
    return causes;
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
