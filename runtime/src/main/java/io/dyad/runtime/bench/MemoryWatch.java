package io.dyad.runtime.bench;

import ai.djl.Device;
import ai.djl.util.cuda.CudaUtils;
import io.dyad.runtime.memory.ProcessMemory;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Looks at the memory of the process a few times during the measured steps. */
final class MemoryWatch {
  private static final int SAMPLES = 16;

  private final int every;
  private final Device device;
  private final List<Long> resident = new ArrayList<>();
  private long collections;
  private long milliseconds;

  MemoryWatch(int steps, Device device) {
    every = Math.max(1, steps / SAMPLES);
    this.device = device;
  }

  void start() {
    collections = sum(GarbageCollectorMXBean::getCollectionCount);
    milliseconds = sum(GarbageCollectorMXBean::getCollectionTime);
  }

  void stepped(int step) {
    if (step % every == 0) {
      resident.add(ProcessMemory.resident());
    }
  }

  MemoryUse use() {
    return new MemoryUse(
        ProcessMemory.peak(),
        resident.stream().sorted().toList().get(resident.size() / 2),
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        device.isGpu() ? CudaUtils.getGpuMemory(device).getCommitted() : null,
        sum(GarbageCollectorMXBean::getCollectionCount) - collections,
        (sum(GarbageCollectorMXBean::getCollectionTime) - milliseconds) / 1e3);
  }

  private static long sum(ToLongFunction<GarbageCollectorMXBean> figure) {
    return ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(figure).sum();
  }
}
