package io.dyad.runtime.training;

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
import io.dyad.api.Spec;
import io.dyad.api.View;
import io.dyad.runtime.options.ResolvedSpec;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes parts, each with its own manager and random source. Networks and banks become visible to
 * later parts as they are added.
 */
final class PartFactory implements AutoCloseable {
  private final NDManager manager;
  private final DataType dataType;
  private final DataType computeType;
  private final Kernels kernels;
  private final SeededDraws draws;
  private final List<Part<?>> made = new ArrayList<>();
  private final Map<String, TrainedNetwork> networks = new LinkedHashMap<>();
  private final Map<String, FeatureQueue> banks = new LinkedHashMap<>();

  PartFactory(
      NDManager manager,
      DataType dataType,
      DataType computeType,
      Kernels kernels,
      SeededDraws draws) {
    this.manager = manager;
    this.dataType = dataType;
    this.computeType = computeType;
    this.kernels = kernels;
    this.draws = draws;
  }

  <T extends Component> Part<T> make(Spec<T> spec, String path) {
    return make(spec, path, Optional.empty());
  }

  /**
   * Makes a part.
   *
   * @throws ConfigurationException with the part's place, if the part objects to its options
   */
  <T extends Component> Part<T> make(Spec<T> spec, String path, Optional<View> example) {
    NDManager own = manager.newSubManager();
    List<Part<?>> nested = new ArrayList<>();
    ResolvedSpec<T> resolved = ResolvedSpec.of(spec);
    try {
      T component = resolved.create(new PartSetup(this, path, own, example, nested));
      Part<T> part = new Part<>(path, component, own, nested, resolved);
      made.add(part);
      return part;
    } catch (ConfigurationException e) {
      throw SettingException.of(resolved, e);
    }
  }

  void add(TrainedNetwork network) {
    networks.put(network.name(), network);
  }

  void add(FeatureQueue bank) {
    banks.put(bank.name(), bank);
  }

  NDManager manager() {
    return manager;
  }

  DataType dataType() {
    return dataType;
  }

  DataType computeType() {
    return computeType;
  }

  Kernels kernels() {
    return kernels;
  }

  Draws draws(String path, NDManager owner) {
    return draws.with(owner).at("initial " + path, 0);
  }

  Network network(String name) {
    return known("network", "networks", networks, name);
  }

  Bank bank(String name) {
    return known("bank", "banks", banks, name);
  }

  Shape shape(Rows rows) {
    return known("network", "networks", networks, rows.network()).outputShape(rows.output());
  }

  /** Closes the parts made so far, the last one first, when they cannot be joined. */
  @Override
  public void close() {
    for (int i = made.size() - 1; i >= 0; i--) {
      made.get(i).close();
    }
  }

  private static <V> V known(String what, String key, Map<String, V> all, String name) {
    V found = all.get(name);
    if (found == null) {
      throw new ConfigurationException(
          "the experiment has no %s \"%s\"; add %s.%s (there is %s)"
              .formatted(what, name, key, name, all.keySet()));
    }
    return found;
  }
}
