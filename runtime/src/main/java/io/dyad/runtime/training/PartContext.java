package io.dyad.runtime.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.dyad.api.Draws;
import io.dyad.api.Mode;
import io.dyad.api.Progress;
import io.dyad.api.StepContext;
import java.util.Optional;

/** One part's context of a moment. */
record PartContext(Frame frame, Draws draws) implements StepContext {

  /** Returns this context with draws that no other call of this moment has. */
  PartContext anew() {
    return new PartContext(frame, draws.at("call", frame.calls().incrementAndGet()));
  }

  @Override
  public Progress progress() {
    return frame.progress();
  }

  @Override
  public NDManager manager() {
    return frame.manager();
  }

  @Override
  public Device device() {
    return frame.manager().getDevice();
  }

  @Override
  public Mode mode() {
    return frame.mode();
  }

  @Override
  public NDArray keep(NDArray array) {
    array.attach(frame.run());
    NDScope.unregister(array);
    return array;
  }

  @Override
  public Optional<NDArray> find(String published) {
    return Optional.ofNullable(frame.published().get(published));
  }

  @Override
  public void publish(String name, NDArray value) {
    frame.published().put(name, value);
  }

  @Override
  public NDList gradients(NDArray of, NDList inputs, boolean differentiable) {
    return frame.autograd().gradients(of, inputs, differentiable);
  }
}
