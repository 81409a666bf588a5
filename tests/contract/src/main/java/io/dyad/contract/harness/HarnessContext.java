package io.dyad.contract.harness;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.dyad.api.Draws;
import io.dyad.api.Mode;
import io.dyad.api.Progress;
import io.dyad.api.StepContext;
import io.dyad.runtime.kernel.Autograd;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The context of a step that a test sets up. */
public final class HarnessContext implements StepContext {
  private final NDManager manager;
  private final NDManager run;
  private final Autograd autograd;
  private final Map<String, NDArray> published = new HashMap<>();
  private Progress progress = Progress.of(0, 1, 0, 1);
  private Mode mode = Mode.TRAIN;
  private Draws draws;

  /**
   * Creates a context.
   *
   * @param manager owns what dies with the step
   * @param run owns what is kept
   */
  HarnessContext(NDManager manager, NDManager run, Autograd autograd) {
    this.manager = manager;
    this.run = run;
    this.autograd = autograd;
    draws = new SeededDraws(0, manager);
  }

  /** Sets the draws and returns this context. */
  public HarnessContext with(Draws given) {
    draws = given;
    return this;
  }

  /** Sets the progress and returns this context. */
  public HarnessContext with(Progress now) {
    progress = now;
    return this;
  }

  /** Sets the mode and returns this context. */
  public HarnessContext with(Mode now) {
    mode = now;
    return this;
  }

  @Override
  public Progress progress() {
    return progress;
  }

  @Override
  public Draws draws() {
    return draws;
  }

  @Override
  public NDManager manager() {
    return manager;
  }

  @Override
  public Device device() {
    return manager.getDevice();
  }

  @Override
  public Mode mode() {
    return mode;
  }

  @Override
  public NDArray keep(NDArray array) {
    array.attach(run);
    NDScope.unregister(array);
    return array;
  }

  @Override
  public Optional<NDArray> find(String name) {
    return Optional.ofNullable(published.get(name));
  }

  @Override
  public void publish(String name, NDArray value) {
    published.put(name, value);
  }

  @Override
  public NDList gradients(NDArray of, NDList inputs, boolean differentiable) {
    return autograd.gradients(of, inputs, differentiable);
  }
}
