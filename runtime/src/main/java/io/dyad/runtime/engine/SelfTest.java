package io.dyad.runtime.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.dyad.api.DeviceException;
import java.util.Locale;

/** The smallest training step: whether arrays, gradients and updates work on a device. */
public final class SelfTest {
  private static final float LEARNING_RATE = 0.25f;

  private SelfTest() {}

  /**
   * Takes one step of gradient descent on the squared length of (1, 2), whose gradient is (2, 4).
   *
   * @return one line saying that it worked and how long it took
   * @throws DeviceException if the result is another
   */
  public static String run(Device device) {
    long start = System.nanoTime();
    try (NDManager manager = NDManager.newBaseManager(device);
        GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
      NDArray weights = manager.create(new float[] {1, 2});
      weights.setRequiresGradient(true);
      NDArray loss = weights.square().sum();
      gradients.backward(loss);
      NDArray next = weights.stopGradient().sub(weights.getGradient().mul(LEARNING_RATE));
      float[] values = next.toFloatArray();
      if (values[0] != 0.5f || values[1] != 1f) {
        throw new DeviceException(
            "a training step on "
                + device
                + " gave ("
                + values[0]
                + ", "
                + values[1]
                + ") where (0.5, 1.0) is right; its driver or native libraries are faulty");
      }
    }
    return String.format(Locale.ROOT, "ok, %.1f ms", (System.nanoTime() - start) / 1e6);
  }
}
