package io.dyad.vision.source;

import ai.djl.Device;
import ai.djl.util.cuda.CudaUtils;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory of a device nobody uses. */
final class FreeMemory {
  private static final Path SYSTEM = Path.of("/proc/meminfo");

  private FreeMemory() {}

  /** Returns bytes; on the CPU caches of files count as free, unless a container counts them. */
  static long bytes(Device device) {
    if (device.isGpu()) {
      MemoryUsage usage = CudaUtils.getGpuMemory(device);
      return usage.getMax() - usage.getUsed();
    }
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    boolean container = system.getTotalMemorySize() != line("MemTotal:");
    return container ? system.getFreeMemorySize() : line("MemAvailable:");
  }

  private static long line(String name) {
    if (!Files.isReadable(SYSTEM)) {
      return 0;
    }
    try {
      return Files.readAllLines(SYSTEM).stream()
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
