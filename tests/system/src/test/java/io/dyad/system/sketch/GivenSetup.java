package io.dyad.system.sketch;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Bank;
import io.dyad.api.Draws;
import io.dyad.api.Kernels;
import io.dyad.api.Network;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.api.Spec;
import io.dyad.api.View;
import java.util.Map;
import java.util.Optional;

/** A setup of given networks, draws and row shape. */
record GivenSetup(NDManager manager, GivenContext networks, Shape row, Map<String, NDArray> given)
    implements Setup {
  @Override
  public String name() {
    return "sketch";
  }

  @Override
  public Device device() {
    return manager.getDevice();
  }

  @Override
  public DataType dataType() {
    return DataType.FLOAT32;
  }

  @Override
  public Kernels kernels() {
    throw new UnsupportedOperationException("sketches compile no kernels");
  }

  @Override
  public Draws draws() {
    return new GivenDraws(given);
  }

  @Override
  public <T> T create(Spec<T> nested, String name) {
    throw new UnsupportedOperationException("give the nested part to the constructor");
  }

  @Override
  public Network network(String name) {
    return new GivenNetwork(name, view -> networks.network(name).apply(view, networks));
  }

  @Override
  public Bank bank(String name) {
    throw new UnsupportedOperationException("there is no bank here");
  }

  @Override
  public Optional<View> example() {
    return Optional.empty();
  }

  @Override
  public Shape shape(Rows rows) {
    return row;
  }
}
