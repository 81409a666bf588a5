package io.dyad.runtime.kernel;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import io.dyad.api.DeviceException;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compiles kernels with the engine's script compiler and keeps them until it is closed. */
public final class ScriptKernels implements Kernels, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ScriptKernels.class);
  private final PtNDManager manager;
  private final Map<Identity, Kernel> compiled = new ConcurrentHashMap<>();

  private record Identity(String name, String source) {}

  /**
   * Creates a compiler.
   *
   * @param device where the kernels' constants live; arrays of any device may be passed to a call
   * @throws DeviceException if the PyTorch engine or the device is not there
   */
  public ScriptKernels(Device device) {
    manager = open(device);
  }

  @Override
  public Kernel compile(String name, String source) {
    return compiled.computeIfAbsent(new Identity(name, source), this::load);
  }

  /**
   * Returns the archive that a source is loaded from, which PyTorch opens as well ({@code
   * torch.jit.load}); the functions are methods of the module.
   */
  public static byte[] archive(String name, String source) {
    return ScriptArchive.of(ScriptSource.of(name, source).moduleText());
  }

  /** Frees every kernel; they must not be called afterwards. */
  @Override
  public void close() {
    manager.close();
  }

  private Kernel load(Identity identity) {
    ScriptSource source = ScriptSource.of(identity.name(), identity.source());
    byte[] archive = archive(identity.name(), identity.source());
    long start = System.nanoTime();
    try {
      PtSymbolBlock module =
          JniUtils.loadModule(manager, new ByteArrayInputStream(archive), false, false);
      LOG.debug("kernel {} compiled in {} us", identity.name(), (System.nanoTime() - start) / 1000);
      return new ScriptKernel(identity.name(), source, module);
    } catch (EngineException e) {
      throw source.failure(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PtNDManager open(Device device) {
    NDManager opened;
    try {
      opened = NDManager.newBaseManager(device);
    } catch (EngineException | UnsatisfiedLinkError e) {
      throw new DeviceException(
          "there is no engine for "
              + device
              + "; check that DJL's PyTorch engine and its native libraries are installed",
          e);
    }
    Engine engine = opened.getEngine();
    if (opened instanceof PtNDManager torch && isThere(device, engine)) {
      return torch;
    }
    opened.close();
    throw new DeviceException(
        "kernels need DJL's PyTorch engine and "
            + device
            + ", but there are "
            + engine.getEngineName()
            + " and "
            + engine.getGpuCount()
            + " GPUs");
  }

  /** A manager for a GPU that is missing opens, and fails at its first array. */
  private static boolean isThere(Device device, Engine engine) {
    return !device.isGpu() || device.getDeviceId() < engine.getGpuCount();
  }
}
