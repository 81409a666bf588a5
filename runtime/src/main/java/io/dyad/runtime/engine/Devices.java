package io.dyad.runtime.engine;

import ai.djl.Device;
import io.dyad.api.ConfigurationException;
import io.dyad.api.DeviceException;

/** Chooses a device by its name in a configuration. */
final class Devices {
  private static final String FORM = "auto|cpu|gpu(:[0-9]{1,3})?";

  private Devices() {}

  /**
   * Returns the device.
   *
   * @param wanted {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
   * @param gpus how many GPUs the engine can use
   * @param engine what the engine is called in messages
   * @throws DeviceException if it is not there
   */
  static Device choose(String wanted, int gpus, String engine) {
    if (!wanted.matches(FORM)) {
      throw new ConfigurationException(
          "device must be auto, cpu, gpu or gpu:N, got \"" + wanted + "\"");
    }
    if (wanted.equals("cpu") || (wanted.equals("auto") && gpus == 0)) {
      return Device.cpu();
    }
    int index = wanted.contains(":") ? Integer.parseInt(wanted.substring("gpu:".length())) : 0;
    if (index >= gpus) {
      throw new DeviceException(missing(wanted, gpus, engine));
    }
    return Device.gpu(index);
  }

  private static String missing(String wanted, int gpus, String engine) {
    String found =
        switch (gpus) {
          case 0 -> "no GPU";
          case 1 -> "one GPU, gpu:0";
          default -> gpus + " GPUs, gpu:0 to gpu:" + (gpus - 1);
        };
    String remedy =
        gpus == 0
            ? "Set device = cpu, or install the CUDA build and its driver (docs/install.md)."
            : "Set device = gpu:0, or device = auto.";
    return "there is no device " + wanted + ": " + engine + " sees " + found + ".\n" + remedy;
  }
}
