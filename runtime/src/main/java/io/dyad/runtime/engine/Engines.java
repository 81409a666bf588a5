package io.dyad.runtime.engine;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.engine.StandardCapabilities;
import ai.djl.pytorch.jni.JniUtils;
import io.dyad.api.DeviceException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the engine. */
public final class Engines {
  private static final Logger LOG = LoggerFactory.getLogger(Engines.class);
  private static final String THREADS = "ai.djl.pytorch.num_threads";
  private static final String LIBRARY_PATH = "PYTORCH_LIBRARY_PATH";

  private Engines() {}

  /**
   * Starts the engine if it does not run yet, and chooses the device.
   *
   * @param device {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
   * @param threads {@code auto} or a number; auto is what {@code ai.djl.pytorch.num_threads} says,
   *     or one less than there are cores, until {@link #share} knows better
   * @throws DeviceException if the device or the engine's native libraries are not there
   */
  public static RunningEngine start(String device, String threads) {
    int count = threads(threads, Runtime.getRuntime().availableProcessors(), 0);
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.offline", System.getProperty("ai.djl.offline", "true"));
    String libtorch = System.getenv().getOrDefault(LIBRARY_PATH, System.getProperty(LIBRARY_PATH));
    requireNatives(Engine.class.getClassLoader(), libtorch);
    Engine engine = load(() -> Engine.getEngine("PyTorch"));
    use(count);
    int gpus = engine.hasCapability(StandardCapabilities.CUDA) ? engine.getGpuCount() : 0;
    String name = engine.getEngineName() + " " + engine.getVersion();
    RunningEngine running =
        new RunningEngine(
            Devices.choose(device, gpus, name), count, engine.getEngineName(), engine.getVersion());
    LOG.debug("{} on {} with {} threads", name, running.deviceName(), count);
    return running;
  }

  /**
   * Shares the cores with threads that read data: a waiting thread of one operation spins, so any
   * other busy thread makes a step many times slower.
   *
   * @param engine as it was started
   * @param threads {@code auto} or a number, as it was started with
   * @param loaders threads that read data while the engine computes
   * @return the engine with its new number of threads
   */
  public static RunningEngine share(RunningEngine engine, String threads, int loaders) {
    int cores = Runtime.getRuntime().availableProcessors();
    int count = threads(threads, cores, loaders);
    crowded(count, cores, loaders).ifPresent(LOG::warn);
    use(count);
    return new RunningEngine(engine.device(), count, engine.name(), engine.version());
  }

  private static void use(int count) {
    if (JniUtils.getNumThreads() != count) {
      JniUtils.setNumThreads(count);
    }
  }

  /** One core is left for everything else even if nothing reads data. */
  static int threads(String wanted, int cores, int loaders) {
    String threads = wanted.equals("auto") ? System.getProperty(THREADS, "auto") : wanted;
    return threads.equals("auto")
        ? Math.max(1, cores - Math.max(1, loaders))
        : Integer.parseInt(threads);
  }

  static Optional<String> crowded(int threads, int cores, int loaders) {
    return threads > 1 && threads + loaders > cores
        ? Optional.of(
            "%d threads of the engine and %d that read data are more than %d cores, which makes steps many times slower; set engine.threads = %d or auto"
                .formatted(threads, loaders, cores, Math.max(1, cores - loaders)))
        : Optional.empty();
  }

  /** Without natives DJL would look for them on the network. */
  static void requireNatives(ClassLoader jars, @Nullable String libtorch) {
    if (libtorch == null && jars.getResource("native/lib/pytorch.properties") == null) {
      throw new DeviceException(missing("no jar holds them"));
    }
  }

  /** DJL finds its engines through the context class loader, which may be a plugin's. */
  static Engine load(Supplier<Engine> engine) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Engine.class.getClassLoader());
    try {
      return engine.get();
    } catch (EngineException | IllegalStateException | LinkageError e) {
      throw new DeviceException(missing(root(e).toString()), e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String missing(String reason) {
    String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    return "the native libraries of PyTorch cannot be loaded on "
        + platform
        + " ("
        + reason
        + ").\nPut pytorch-native-cpu for this platform into lib/, or name a libtorch of the same"
        + " version with PYTORCH_LIBRARY_PATH (docs/install.md).";
  }
}
