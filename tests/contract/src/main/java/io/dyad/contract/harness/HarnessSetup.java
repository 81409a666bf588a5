package io.dyad.contract.harness;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Bank;
import io.dyad.api.Component;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Draws;
import io.dyad.api.Kernels;
import io.dyad.api.Network;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.api.Spec;
import io.dyad.api.View;
import io.dyad.runtime.options.ResolvedSpec;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A setup whose networks, banks and shapes are the ones a test adds. */
public final class HarnessSetup implements Setup {
  private final String name;
  private final DataType type;
  private DataType computeType;
  private final NDManager manager;
  private final Kernels kernels;
  private final Map<String, Network> networks;
  private final Map<String, Bank> banks;
  private final Map<Rows, Shape> shapes;
  private final Map<String, Component> nested;
  private Optional<View> example = Optional.empty();
  private Draws draws;

  HarnessSetup(DataType type, NDManager manager, Kernels kernels) {
    name = "test";
    this.type = type;
    computeType = type;
    this.manager = manager;
    this.kernels = kernels;
    networks = new HashMap<>();
    banks = new HashMap<>();
    shapes = new HashMap<>();
    nested = new LinkedHashMap<>();
    draws = new SeededDraws(0, manager);
  }

  private HarnessSetup(HarnessSetup outer, String inner) {
    name = outer.name + "." + inner;
    type = outer.type;
    computeType = outer.computeType;
    manager = outer.manager;
    kernels = outer.kernels;
    networks = outer.networks;
    banks = outer.banks;
    shapes = outer.shapes;
    nested = outer.nested;
    example = outer.example;
    draws = outer.draws.at(inner, 0);
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

  /** Sets the shape of one row, which is the same in all views, and returns this setup. */
  public HarnessSetup with(Rows rows, Shape shape) {
    shapes.put(inAnyView(rows), shape);
    return this;
  }

  /** Sets the example view and returns this setup. */
  public HarnessSetup with(View view) {
    example = Optional.of(view);
    return this;
  }

  /** Sets the type in which encoders should compute, and returns this setup. */
  public HarnessSetup computing(DataType given) {
    computeType = given;
    return this;
  }

  /** Sets the random source and returns this setup. */
  public HarnessSetup with(Draws given) {
    draws = given;
    return this;
  }

  /** Returns the parts that parts made inside themselves, by their place. */
  Map<String, Component> nested() {
    return nested;
  }

  @Override
  public String name() {
    return name;
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
  public DataType computeType() {
    return computeType;
  }

  @Override
  public Kernels kernels() {
    return kernels;
  }

  @Override
  public Draws draws() {
    return draws;
  }

  /** Makes a {@link HarnessSpec}, or what a configuration named. */
  @Override
  public <T> T create(Spec<T> spec, String inner) {
    return create(spec, new HarnessSetup(this, inner));
  }

  @Override
  public <T> T create(Spec<T> spec, String inner, View given) {
    return create(spec, new HarnessSetup(this, inner).with(given));
  }

  private static <T> T create(Spec<T> spec, HarnessSetup setup) {
    T part =
        spec instanceof HarnessSpec<T> given
            ? given.create(setup)
            : ResolvedSpec.of(spec).create(setup);
    if (part instanceof Component component) {
      setup.nested.put(setup.name, component);
    }
    return part;
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
    return found(shapes, inAnyView(rows), "shape of rows");
  }

  private static Rows inAnyView(Rows rows) {
    return rows.view().isEmpty() ? rows : Rows.of("any", rows.output()).network(rows.network());
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
