package io.dyad.vision.fake;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Context;
import io.dyad.api.Draws;
import io.dyad.api.Mode;
import io.dyad.api.Progress;

/** The first step of a run on the CPU. */
public record FakeContext(NDManager manager, Mode mode, long seed) implements Context {
  public static FakeContext training(NDManager manager) {
    return new FakeContext(manager, Mode.TRAIN, 1);
  }

  public static FakeContext evaluating(NDManager manager) {
    return new FakeContext(manager, Mode.EVALUATE, 1);
  }

  @Override
  public Progress progress() {
    return Progress.of(0, 1, 0, 1);
  }

  @Override
  public Draws draws() {
    return new FakeDraws(seed, manager, new long[0]);
  }

  @Override
  public Device device() {
    return Device.cpu();
  }

  @Override
  public NDArray keep(NDArray array) {
    array.detach();
    return array;
  }
}
