package io.dyad.runtime.engine;

import ai.djl.Device;

/**
 * The engine after its start.
 *
 * @param device where tensors live
 * @param threads threads of one operation
 * @param name {@code PyTorch}
 * @param version of the engine
 */
public record RunningEngine(Device device, int threads, String name, String version) {
  /** Returns the device as a configuration calls it: {@code cpu} or {@code gpu:0}. */
  public String deviceName() {
    return device.isGpu() ? "gpu:" + device.getDeviceId() : "cpu";
  }
}
