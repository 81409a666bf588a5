package io.dyad.contract.harness;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Bank;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Draws;
import io.dyad.api.Kernels;
import io.dyad.api.Network;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.api.Spec;
import io.dyad.api.View;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A setup whose networks, banks and shapes are the ones a test adds. */
public final class HarnessSetup implements Setup {
  private final DataType type;
  private final NDManager manager;
  private final Kernels kernels;
  private final Map<String, Network> networks = new HashMap<>();
  private final Map<String, Bank> banks = new HashMap<>();
  private final Map<Rows, Shape> shapes = new HashMap<>();
  private Optional<View> example = Optional.empty();

  HarnessSetup(DataType type, NDManager manager, Kernels kernels) {
    this.type = type;
    this.manager = manager;
    this.kernels = kernels;
  }

  /** Adds a network and returns this setup. */
  public HarnessSetup with(Network network) {
    networks.put(network.name(), network);
    return this;
  }

  /** Adds a bank and returns this setup. */
  public HarnessSetup with(Bank bank) {
    banks.put(bank.name(), bank);
    return this;
  }

  /** Sets the shape of one row and returns this setup. */
  public HarnessSetup with(Rows rows, Shape shape) {
    shapes.put(rows, shape);
    return this;
  }

  /** Sets the example view and returns this setup. */
  public HarnessSetup with(View view) {
    example = Optional.of(view);
    return this;
  }

  @Override
  public String name() {
    return "test";
  }

  @Override
  public Device device() {
    return manager.getDevice();
  }

  @Override
  public DataType dataType() {
    return type;
  }

  @Override
  public NDManager manager() {
    return manager;
  }

  @Override
  public Kernels kernels() {
    return kernels;
  }

  @Override
  public Draws draws() {
    return new SeededDraws(0, manager);
  }

  /** Makes a {@link HarnessSpec}; other specs belong to a real configuration. */
  @Override
  public <T> T create(Spec<T> nested, String name) {
    return ((HarnessSpec<T>) nested).create(this);
  }

  @Override
  public Network network(String name) {
    return found(networks, name, "network");
  }

  @Override
  public Bank bank(String name) {
    return found(banks, name, "bank");
  }

  @Override
  public Optional<View> example() {
    return example;
  }

  @Override
  public Shape shape(Rows rows) {
    return found(shapes, rows, "shape of rows");
  }

  private static <K, V> V found(Map<K, V> map, K key, String kind) {
    V value = map.get(key);
    if (value == null) {
      throw new ConfigurationException(
          "the test setup has no " + kind + " \"" + key + "\"; it has " + map.keySet());
    }
    return value;
  }
}
