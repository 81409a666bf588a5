package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Data;
import io.dyad.api.DataSource;
import io.dyad.api.Evaluator;
import io.dyad.api.Kernels;
import io.dyad.api.Mode;
import io.dyad.api.Procedure;
import io.dyad.api.Progress;
import io.dyad.api.Rows;
import io.dyad.api.View;
import io.dyad.api.ViewGenerator;
import io.dyad.runtime.experiment.Experiment;
import io.dyad.runtime.kernel.Autograd;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Everything an experiment names, made and joined: data, views, networks, banks, terms, procedure
 * and evaluators. Owns all of it.
 */
public final class Assembly implements AutoCloseable {
  private static final int EXAMPLE_ROWS = 2;

  private final Experiment experiment;
  private final NDManager manager;
  private final SeededDraws draws;
  private final Autograd autograd;
  private final Part<DataSource> source;
  private final ExperimentData data;
  private final Part<ViewGenerator> views;
  private final Map<String, TrainedNetwork> networks = new LinkedHashMap<>();
  private final Map<String, FeatureQueue> banks = new LinkedHashMap<>();
  private final List<Term> terms = new ArrayList<>();
  private final Part<Procedure> procedure;
  private final Map<String, Part<Evaluator>> evaluators = new LinkedHashMap<>();

  /**
   * Makes the parts in the order of a step, so that each can look at those before it.
   *
   * @param parent of the manager that owns all arrays; decides the device
   */
  public Assembly(Experiment experiment, NDManager parent, Kernels kernels) {
    this.experiment = experiment;
    this.manager = parent.newSubManager();
    this.draws = new SeededDraws(experiment.seed(), manager);
    this.autograd = new Autograd(kernels);
    PartFactory factory = new PartFactory(manager, DataType.FLOAT32, kernels, draws);
    source = factory.make(experiment.data(), "data");
    views = factory.make(experiment.views(), "views");
    data =
        new ExperimentData(
            source.component(), views.component(), experiment.train(), draws, manager);
    try (GradientMode ignored = GradientMode.disabled();
        NDManager scratch = manager.newSubManager()) {
      Frame frame = frame(scratch, Mode.EVALUATE, Progress.of(0, 0, 0, 0), Map.of());
      makeNetworks(factory, frame);
      makeBanks(factory);
      experiment
          .objective()
          .forEach(
              (name, options) ->
                  terms.add(
                      new Term(
                          name,
                          factory.make(options.loss(), "objective." + name + ".loss"),
                          factory.make(options.pairs(), "objective." + name + ".pairs"),
                          options.weight())));
      procedure = factory.make(experiment.procedure(), "procedure");
      experiment
          .evaluate()
          .evaluators()
          .forEach(
              (name, spec) ->
                  evaluators.put(name, factory.make(spec, "evaluate.evaluators." + name)));
      NeedsCheck.check(this, exampleBatch(frame), frame);
    }
  }

  private void makeNetworks(PartFactory factory, Frame frame) {
    View example = data.plain(exampleBatch(frame), frame.epoch(views.path()));
    experiment
        .networks()
        .forEach(
            (name, options) -> {
              TrainedNetwork network =
                  new TrainedNetwork(factory, name, options, example, frame.step(name));
              networks.put(name, network);
              factory.add(network);
            });
  }

  private void makeBanks(PartFactory factory) {
    experiment
        .banks()
        .forEach(
            (name, options) -> {
              Rows rows =
                  Rows.of(options.rows().view(), options.rows().output())
                      .network(options.rows().network());
              long width = network(rows.network()).outputShape(rows.output()).get(0);
              FeatureQueue bank =
                  new FeatureQueue(
                      name,
                      options.rows().twin() ? rows.target() : rows,
                      options.capacity(),
                      manager.create(new Shape(0, width), DataType.FLOAT32));
              banks.put(name, bank);
              factory.add(bank);
            });
  }

  private Batch exampleBatch(Frame frame) {
    long rows = Math.min(EXAMPLE_ROWS, data.size(Data.TRAIN));
    return data.fetch(Data.TRAIN, LongStream.range(0, rows).toArray(), frame.step(source.path()));
  }

  Frame frame(NDManager owner, Mode mode, Progress progress, Map<String, NDArray> published) {
    return new Frame(
        progress,
        mode,
        owner,
        manager,
        draws,
        autograd,
        new LinkedHashMap<>(published),
        new AtomicLong());
  }

  public Experiment experiment() {
    return experiment;
  }

  public NDManager manager() {
    return manager;
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
    Map<String, NDArray> all = new LinkedHashMap<>();
    networks.values().forEach(network -> all.putAll(network.parameters()));
    terms.forEach(term -> all.putAll(term.loss().parameters()));
    return all;
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
  Stream<Part<?>> parts() {
    return Stream.of(
            source.all(),
            views.all(),
            networks.values().stream().flatMap(TrainedNetwork::parts).flatMap(Part::all),
            terms.stream().flatMap(term -> Stream.concat(term.pairs().all(), term.loss().all())),
            procedure.all(),
            evaluators.values().stream().flatMap(Part::all))
        .flatMap(stream -> stream);
  }

  @Override
  public void close() {
    evaluators.values().forEach(Part::close);
    procedure.close();
    terms.forEach(
        term -> {
          term.loss().close();
          term.pairs().close();
        });
    networks.values().forEach(TrainedNetwork::close);
    views.close();
    source.close();
    manager.close();
  }
}
