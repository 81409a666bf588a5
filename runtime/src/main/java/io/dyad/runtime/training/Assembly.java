package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Evaluator;
import io.dyad.api.Procedure;
import io.dyad.api.ViewGenerator;
import io.dyad.runtime.experiment.Experiment;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everything an experiment names, joined: data, views, networks, banks, terms, procedure and
 * evaluators. Owns all of it. {@link Assembler} makes it.
 */
public final class Assembly implements AutoCloseable {
  private final Experiment experiment;
  private final Frames frames;
  private final ExperimentData data;
  private final Part<ViewGenerator> views;
  private final Map<String, TrainedNetwork> networks;
  private final Map<String, FeatureQueue> banks;
  private final List<Term> terms;
  private final Part<Procedure> procedure;
  private final Map<String, Part<Evaluator>> evaluators;
  private final List<Part<?>> parts;
  private final Map<String, NDArray> parameters = new LinkedHashMap<>();

  Assembly(
      Experiment experiment,
      Frames frames,
      ExperimentData data,
      Part<ViewGenerator> views,
      Map<String, TrainedNetwork> networks,
      Map<String, FeatureQueue> banks,
      List<Term> terms,
      Part<Procedure> procedure,
      Map<String, Part<Evaluator>> evaluators) {
    this.experiment = experiment;
    this.frames = frames;
    this.data = data;
    this.views = views;
    this.networks = Collections.unmodifiableMap(networks);
    this.banks = Collections.unmodifiableMap(banks);
    this.terms = List.copyOf(terms);
    this.procedure = procedure;
    this.evaluators = Collections.unmodifiableMap(evaluators);
    parts = inOrder().toList();
    networks.values().forEach(network -> parameters.putAll(network.parameters()));
    terms.forEach(term -> parameters.putAll(term.loss().parameters()));
  }

  private Stream<Part<?>> inOrder() {
    return Stream.of(
            data.source().all(),
            views.all(),
            networks.values().stream().flatMap(TrainedNetwork::parts).flatMap(Part::all),
            terms.stream().flatMap(term -> Stream.concat(term.pairs().all(), term.loss().all())),
            procedure.all(),
            evaluators.values().stream().flatMap(Part::all))
        .flatMap(stream -> stream);
  }

  public Experiment experiment() {
    return experiment;
  }

  /** Returns the manager of all arrays of the run. */
  public NDManager manager() {
    return frames.run();
  }

  Frames frames() {
    return frames;
  }

  public ExperimentData data() {
    return data;
  }

  Part<ViewGenerator> views() {
    return views;
  }

  List<Term> terms() {
    return terms;
  }

  Part<Procedure> procedure() {
    return procedure;
  }

  public Map<String, Part<Evaluator>> evaluators() {
    return evaluators;
  }

  public Map<String, TrainedNetwork> networks() {
    return networks;
  }

  /** Returns a network by name. */
  public TrainedNetwork network(String name) {
    TrainedNetwork network = networks.get(name);
    if (network == null) {
      throw new ConfigurationException(
          "the experiment has no network \"%s\"; add networks.%s (there is %s)"
              .formatted(name, name, networks.keySet()));
    }
    return network;
  }

  /** Returns all parameters that can be trained, by full name, networks before losses. */
  Map<String, NDArray> parameters() {
    return Collections.unmodifiableMap(parameters);
  }

  Collection<FeatureQueue> banks() {
    return banks.values();
  }

  /** Returns a bank by name. */
  FeatureQueue bank(String name) {
    FeatureQueue bank = banks.get(name);
    if (bank == null) {
      throw new ConfigurationException(
          "the experiment has no bank \"%s\"; add banks.%s (there is %s)"
              .formatted(name, name, banks.keySet()));
    }
    return bank;
  }

  /** Returns all parts in the order of a step. */
  List<Part<?>> parts() {
    return parts;
  }

  @Override
  public void close() {
    for (int i = parts.size() - 1; i >= 0; i--) {
      parts.get(i).close();
    }
    manager().close();
  }
}
