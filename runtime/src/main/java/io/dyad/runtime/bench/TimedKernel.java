package io.dyad.runtime.bench;

import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;

/** A kernel that tells a clock how long its calls took. */
record TimedKernel(Kernel kernel, KernelClock clock) implements Kernel {
  @Override
  public String name() {
    return kernel.name();
  }

  @Override
  public NDList call(String function, Object... arguments) {
    long start = System.nanoTime();
    try {
      return kernel.call(function, arguments);
    } finally {
      clock.called(kernel.name() + "." + function, System.nanoTime() - start);
    }
  }
}
