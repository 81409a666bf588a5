package io.dyad.runtime.training;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Data;
import io.dyad.api.DataSource;
import io.dyad.api.Evaluator;
import io.dyad.api.Kernels;
import io.dyad.api.Rows;
import io.dyad.api.View;
import io.dyad.api.ViewGenerator;
import io.dyad.runtime.experiment.BankRows;
import io.dyad.runtime.experiment.Experiment;
import io.dyad.runtime.kernel.Autograd;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Makes the parts of an experiment in the order of a step, so that each can look at those before.
 */
public final class Assembler {
  private static final int EXAMPLE_ROWS = 2;

  private final Experiment experiment;
  private final NDManager manager;
  private final Frames frames;
  private final PartFactory factory;

  private Assembler(Experiment experiment, NDManager manager, Kernels kernels) {
    this.experiment = experiment;
    this.manager = manager;
    SeededDraws draws = new SeededDraws(experiment.seed(), manager);
    this.frames = new Frames(manager, draws, new Autograd(kernels));
    DataType computeType = experiment.train().precision().type();
    this.factory = new PartFactory(manager, DataType.FLOAT32, computeType, kernels, draws);
  }

  /**
   * Returns the parts, started and with their needs checked.
   *
   * @param parent of the manager that owns all arrays; decides the device
   * @throws ConfigurationException if parts do not fit together
   */
  public static Assembly assemble(Experiment experiment, NDManager parent, Kernels kernels) {
    NDManager manager = parent.newSubManager();
    Assembler assembler = new Assembler(experiment, manager, kernels);
    try (GradientMode ignored = GradientMode.disabled();
        NDManager scratch = manager.newSubManager()) {
      return assembler.assemble(scratch);
    } catch (RuntimeException | Error e) {
      assembler.factory.close();
      manager.close();
      throw e;
    }
  }

  /** Data and views start first: networks are made from what they give. */
  private Assembly assemble(NDManager scratch) {
    Frame frame = frames.evaluation(scratch);
    Part<DataSource> source = factory.make(experiment.data(), "data");
    Part<ViewGenerator> views = factory.make(experiment.views(), "views");
    ExperimentData data =
        new ExperimentData(source, views.component(), experiment.train(), frames.draws(), manager);
    source.all().forEach(part -> part.start(data, frame));
    views.all().forEach(part -> part.start(data, frame));
    Batch example = example(data, frame);
    Assembly assembly =
        new Assembly(
            experiment,
            frames,
            data,
            views,
            networks(data.plain(example, frame.epoch(views.path())), frame),
            banks(),
            terms(),
            factory.make(experiment.procedure(), "procedure"),
            evaluators());
    NeedsCheck.check(assembly, example, frame);
    long started = source.all().count() + views.all().count();
    assembly.parts().stream().skip(started).forEach(part -> part.start(data, frame));
    return assembly;
  }

  private static Batch example(Data data, Frame frame) {
    long rows = Math.min(EXAMPLE_ROWS, data.size(Data.TRAIN));
    return data.fetch(Data.TRAIN, LongStream.range(0, rows).toArray(), frame.step("data"));
  }

  private Map<String, TrainedNetwork> networks(View example, Frame frame) {
    Map<String, TrainedNetwork> networks = new LinkedHashMap<>();
    experiment
        .networks()
        .forEach(
            (name, options) -> {
              TrainedNetwork network =
                  new TrainedNetwork(factory, name, options, example, frame.step(name));
              networks.put(name, network);
              factory.add(network);
            });
    return networks;
  }

  private Map<String, FeatureQueue> banks() {
    Map<String, FeatureQueue> banks = new LinkedHashMap<>();
    experiment
        .banks()
        .forEach(
            (name, options) -> {
              Rows rows = source(name, options.rows());
              long width = factory.shape(rows).get(0);
              FeatureQueue bank =
                  new FeatureQueue(
                      name,
                      rows,
                      options.capacity(),
                      manager.create(new Shape(0, width), factory.dataType()));
              banks.put(name, bank);
              factory.add(bank);
            });
    return banks;
  }

  private Rows source(String bank, BankRows options) {
    Rows rows = Rows.of(options.view(), options.output()).network(options.network());
    if (factory.shape(rows).dimension() != 1) {
      throw new ConfigurationException(
          "banks.%s keeps one vector a sample, but the output \"%s\" has rows of shape %s"
              .formatted(bank, options.output(), factory.shape(rows)));
    }
    return options.twin() ? rows.target() : rows;
  }

  private List<Term> terms() {
    List<Term> terms = new ArrayList<>();
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
    return terms;
  }

  private Map<String, Part<Evaluator>> evaluators() {
    Map<String, Part<Evaluator>> evaluators = new LinkedHashMap<>();
    experiment
        .evaluate()
        .evaluators()
        .forEach(
            (name, spec) ->
                evaluators.put(name, factory.make(spec, "evaluate.evaluators." + name)));
    return evaluators;
  }
}
