package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Data;
import io.dyad.api.EpochContext;
import io.dyad.api.Network;
import io.dyad.runtime.evaluation.ForwardingContext;

/** One part's context between epochs; what it publishes outlives the epoch. */
record EpochFrame(PartContext context, Assembly assembly, PublishedValues published)
    implements EpochContext, ForwardingContext {

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
}
