package io.dyad.contrast.wrapper;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.Draws;
import io.dyad.api.EpochContext;
import io.dyad.api.Mode;
import io.dyad.api.Network;
import io.dyad.api.Progress;
import io.dyad.contract.harness.Harness;
import io.dyad.toolkit.draws.SeededDraws;

/** The start of an epoch without data or networks. */
record Epoch(Context context) implements EpochContext {
  static Epoch of(Harness harness, long epoch) {
    return new Epoch(
        harness
            .context()
            .with(Progress.of(epoch, 100, epoch, 100))
            .with(new SeededDraws(7, harness.manager()).at("epoch", epoch)));
  }

  @Override
  public Progress progress() {
    return context.progress();
  }

  @Override
  public Draws draws() {
    return context.draws();
  }

  @Override
  public NDManager manager() {
    return context.manager();
  }

  @Override
  public Device device() {
    return context.device();
  }

  @Override
  public Mode mode() {
    return context.mode();
  }

  @Override
  public NDArray keep(NDArray array) {
    return context.keep(array);
  }

  @Override
  public Data data() {
    throw new UnsupportedOperationException("no data in this test");
  }

  @Override
  public Network network(String name) {
    throw new UnsupportedOperationException("no networks in this test");
  }

  @Override
  public void publish(String name, NDArray value) {
    throw new UnsupportedOperationException("nobody listens in this test");
  }
}
