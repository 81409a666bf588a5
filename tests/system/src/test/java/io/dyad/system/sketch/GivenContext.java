package io.dyad.system.sketch;

import static java.util.Objects.requireNonNull;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Data;
import io.dyad.api.Draws;
import io.dyad.api.Embeddings;
import io.dyad.api.EpochContext;
import io.dyad.api.Evaluation;
import io.dyad.api.Mode;
import io.dyad.api.Network;
import io.dyad.api.Progress;
import io.dyad.api.StepContext;
import io.dyad.api.View;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A step, an epoch and an evaluation of given draws and networks, on the CPU. */
final class GivenContext implements StepContext, EpochContext, Evaluation {
  private final NDManager manager;
  private final Map<String, NDArray> published = new HashMap<>();
  private final Map<String, NDArray> draws = new HashMap<>();
  private final Map<String, Network> networks = new HashMap<>();
  private Progress progress = Progress.of(0, 1, 0, 1);

  GivenContext(NDManager manager) {
    this.manager = manager;
  }

  GivenContext draw(String name, NDArray value) {
    draws.put(name, value);
    return this;
  }

  GivenContext at(Progress now) {
    progress = now;
    return this;
  }

  GivenContext network(String name, Function<View, Embeddings> equation) {
    networks.put(name, new GivenNetwork(name, equation));
    return this;
  }

  @Override
  public Progress progress() {
    return progress;
  }

  @Override
  public Draws draws() {
    return new GivenDraws(draws);
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
    return Mode.TRAIN;
  }

  @Override
  public NDArray keep(NDArray array) {
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
    throw new UnsupportedOperationException("gradients need a run");
  }

  @Override
  public Data data() {
    throw new UnsupportedOperationException("there is no data here");
  }

  @Override
  public Network network(String name) {
    return requireNonNull(networks.get(name), name);
  }

  @Override
  public NDArray embed(String output, String split) {
    throw new UnsupportedOperationException("there is no data here");
  }

  @Override
  public NDArray target(String name, String split) {
    throw new UnsupportedOperationException("there is no data here");
  }
}
