package io.dyad.runtime.memory;

import ai.djl.Device;
import ai.djl.util.cuda.CudaUtils;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How much memory a device has. */
public final class DeviceMemory {
  private DeviceMemory() {}

  /** Returns all the bytes that this process may use there: of a CPU, those of its container. */
  public static long total(Device device) {
    return device.isGpu()
        ? CudaUtils.getGpuMemory(device).getMax()
        : ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }
}
