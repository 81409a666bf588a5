package io.dyad.runtime.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.dyad.api.DeviceException;
import java.util.Arrays;
import java.util.Locale;

/** Training steps that need nobody's data: whether a device computes rightly, and how fast. */
public final class SelfTest {
  private static final float LEARNING_RATE = 0.25f;
  private static final int BATCH = 256;
  private static final int WIDTH = 512;
  private static final int STEPS = 21;

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
    return String.format(
        Locale.ROOT,
        "ok, %.1f ms; %.2f ms for %d x %d x %d, median of %d",
        (System.nanoTime() - start) / 1e6,
        timed(device),
        BATCH,
        WIDTH,
        WIDTH,
        STEPS);
  }

  /** Returns the median milliseconds of a forward and backward pass through a dense layer. */
  private static double timed(Device device) {
    double[] times = new double[STEPS];
    try (NDManager manager = NDManager.newBaseManager(device)) {
      NDArray rows = manager.randomNormal(new Shape(BATCH, WIDTH));
      NDArray weights = manager.randomNormal(new Shape(WIDTH, WIDTH));
      weights.setRequiresGradient(true);
      for (int step = 0; step < STEPS; step++) {
        long start = System.nanoTime();
        try (NDManager own = manager.newSubManager();
            GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
          NDArray loss = rows.matMul(weights).square().mean();
          loss.attach(own);
          gradients.backward(loss);
          loss.getFloat();
        }
        times[step] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(times);
    return times[STEPS / 2];
  }
}
