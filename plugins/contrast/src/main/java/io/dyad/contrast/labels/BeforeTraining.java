package io.dyad.contrast.labels;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.dyad.api.Context;
import io.dyad.api.Draws;
import io.dyad.api.Mode;
import io.dyad.api.Progress;

/** The time before training, for a look at samples. */
record BeforeTraining(NDManager manager, Draws draws) implements Context {
  @Override
  public Progress progress() {
    return Progress.of(0, 0, 0, 0);
  }

  @Override
  public Device device() {
    return manager.getDevice();
  }

  @Override
  public Mode mode() {
    return Mode.EVALUATE;
  }

  @Override
  public NDArray keep(NDArray array) {
    array.attach(manager.getParentManager());
    NDScope.unregister(array);
    return array;
  }
}
