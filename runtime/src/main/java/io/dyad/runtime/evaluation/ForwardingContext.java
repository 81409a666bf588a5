package io.dyad.runtime.evaluation;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Context;
import io.dyad.api.Draws;
import io.dyad.api.Mode;
import io.dyad.api.Progress;

/** A context that stands in front of another and adds to it. */
public interface ForwardingContext extends Context {
  /** Returns the context behind this one. */
  Context context();

  @Override
  default Progress progress() {
    return context().progress();
  }

  @Override
  default Draws draws() {
    return context().draws();
  }

  @Override
  default NDManager manager() {
    return context().manager();
  }

  @Override
  default Device device() {
    return context().device();
  }

  @Override
  default Mode mode() {
    return context().mode();
  }

  @Override
  default NDArray keep(NDArray array) {
    return context().keep(array);
  }
}
