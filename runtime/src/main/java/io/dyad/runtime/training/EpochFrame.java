package io.dyad.runtime.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Data;
import io.dyad.api.Draws;
import io.dyad.api.EpochContext;
import io.dyad.api.Mode;
import io.dyad.api.Network;
import io.dyad.api.Progress;

/** One part's context between epochs; what it publishes outlives the epoch. */
record EpochFrame(PartContext context, Assembly assembly, PublishedValues published)
    implements EpochContext {

  @Override
  public Data data() {
    return assembly.data();
  }

  @Override
  public Network network(String name) {
    return assembly.network(name);
  }

  @Override
  public void publish(String name, NDArray value) {
    published.put(name, value);
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
}
