package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.typesafe.config.ConfigUtil;
import io.dyad.api.Batch;
import io.dyad.api.Component;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Data;
import io.dyad.api.DataSource;
import io.dyad.api.Evaluator;
import io.dyad.api.Kernels;
import io.dyad.api.Loss;
import io.dyad.api.PairSampler;
import io.dyad.api.Procedure;
import io.dyad.api.Rows;
import io.dyad.api.Spec;
import io.dyad.api.View;
import io.dyad.api.ViewGenerator;
import io.dyad.api.Views;
import io.dyad.runtime.experiment.BankOptions;
import io.dyad.runtime.experiment.BankRows;
import io.dyad.runtime.experiment.Experiment;
import io.dyad.runtime.experiment.LoadedExperiment;
import io.dyad.runtime.kernel.Autograd;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.runtime.options.Origins;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Makes the parts of an experiment in the order of a step, so that each can look at those before.
 */
public final class Assembler {
  private static final int EXAMPLE_ROWS = 2;

  private final Experiment experiment;
  private final Mistakes mistakes;
  private final NDManager manager;
  private final Frames frames;
  private final PartFactory factory;

  private Assembler(LoadedExperiment loaded, NDManager manager, Kernels kernels) {
    this.experiment = loaded.experiment();
    this.mistakes = new Mistakes(new Origins(loaded.effective()));
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
   * @throws ConfigurationException if parts do not fit together; the message lists all mistakes
   *     that can be seen at once, each with file and line
   */
  public static Assembly assemble(LoadedExperiment loaded, NDManager parent, Kernels kernels) {
    NDManager manager = parent.newSubManager();
    Assembler assembler = new Assembler(loaded, manager, kernels);
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
    Optional<Part<DataSource>> source = made(experiment.data(), "data");
    Optional<Part<ViewGenerator>> views = made(experiment.views(), "views");
    mistakes.throwIfAny();
    return assemble(source.orElseThrow(), views.orElseThrow(), frame);
  }

  private Assembly assemble(Part<DataSource> source, Part<ViewGenerator> views, Frame frame) {
    ExperimentData data =
        new ExperimentData(source, views.component(), experiment.train(), frames.draws(), manager);
    start(Stream.concat(source.all(), views.all()), data, frame);
    Batch example = example(data, frame);
    Views shown =
        required("views", () -> views.component().generate(example, frame.epoch(views.path())));
    View plain = required("views", () -> data.plain(example, frame.epoch(views.path())));
    Map<String, TrainedNetwork> networks = networks(plain, frame);
    Map<String, FeatureQueue> banks = banks();
    List<Term> terms = terms();
    Map<String, Part<Evaluator>> evaluators = evaluators();
    Optional<Part<Procedure>> procedure = made(experiment.procedure(), "procedure");
    boolean complete = mistakes.isEmpty();
    if (procedure.isEmpty()) {
      mistakes.throwIfAny();
    }
    Assembly assembly =
        new Assembly(
            experiment,
            frames,
            data,
            views,
            networks,
            banks,
            terms,
            procedure.orElseThrow(),
            evaluators);
    check(assembly, example, shown, complete);
    long started = source.all().count() + views.all().count();
    start(assembly.parts().stream().skip(started), data, frame);
    return assembly;
  }

  /** Phases are looked at only where no term or network is lacking that they may name. */
  private void check(Assembly assembly, Batch example, Views shown, boolean complete) {
    MicroBatchCheck.check(assembly, shown, mistakes);
    BankCheck.check(assembly, shown, mistakes);
    NeedsCheck needs = new NeedsCheck(assembly, example.targets(), shown, mistakes);
    assembly.parts().forEach(needs::check);
    if (complete) {
      experiment
          .phases()
          .forEach(
              (name, phase) ->
                  mistakes.tried(
                      ConfigUtil.joinPath("phases", name),
                      () -> ParameterSelection.check(name, phase, experiment, assembly)));
    }
    mistakes.throwIfAny();
  }

  private <T extends Component> Optional<Part<T>> made(Spec<T> spec, String path) {
    return mistakes.noted(path, () -> factory.make(spec, path));
  }

  private <R> R required(String path, Supplier<R> work) {
    Optional<R> result = mistakes.noted(path, work);
    mistakes.throwIfAny();
    return result.orElseThrow();
  }

  private void start(Stream<Part<?>> parts, Data data, Frame frame) {
    parts.forEach(part -> mistakes.tried(part.setting(), () -> part.start(data, frame)));
    mistakes.throwIfAny();
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
            (name, options) ->
                mistakes
                    .noted(
                        ConfigUtil.joinPath("networks", name),
                        () -> new TrainedNetwork(factory, name, options, example, frame.step(name)))
                    .ifPresent(
                        network -> {
                          networks.put(name, network);
                          factory.add(network);
                        }));
    mistakes.throwIfAny();
    return networks;
  }

  private Map<String, FeatureQueue> banks() {
    Map<String, FeatureQueue> banks = new LinkedHashMap<>();
    experiment
        .banks()
        .forEach(
            (name, options) ->
                mistakes
                    .noted(ConfigUtil.joinPath("banks", name), () -> bank(name, options))
                    .ifPresent(
                        bank -> {
                          banks.put(name, bank);
                          factory.add(bank);
                        }));
    return banks;
  }

  private FeatureQueue bank(String name, BankOptions options) {
    Rows rows = source(name, options.rows());
    Shape row = factory.shape(rows);
    return new FeatureQueue(
        name, rows, options.capacity(), options.normalize(), first(name, options, row));
  }

  private NDArray first(String name, BankOptions options, Shape row) {
    return switch (options.initial()) {
      case EMPTY -> manager.create(new Shape(0).addAll(row), factory.dataType());
      case RANDOM ->
          FeatureQueue.unit(
              factory
                  .draws("banks." + name, manager)
                  .normal("rows", new Shape(options.capacity()).addAll(row)));
    };
  }

  private Rows source(String bank, BankRows options) {
    Rows rows = Rows.of(options.view(), options.output()).network(options.network());
    if (factory.shape(rows).dimension() > 2) {
      throw new SettingException(
          ConfigUtil.joinPath("banks", bank, "rows", "output"),
          "banks.%s keeps one vector a sample, or one a head, but the output \"%s\" has rows of shape %s"
              .formatted(bank, options.output(), factory.shape(rows)));
    }
    return options.twin() ? rows.target() : rows;
  }

  private List<Term> terms() {
    List<Term> terms = new ArrayList<>();
    experiment
        .objective()
        .forEach(
            (name, options) -> {
              Optional<Part<Loss>> loss = made(options.loss(), "objective." + name + ".loss");
              Optional<Part<PairSampler>> pairs =
                  made(options.pairs(), "objective." + name + ".pairs");
              if (loss.isPresent() && pairs.isPresent()) {
                terms.add(new Term(name, loss.get(), pairs.get(), options.weight()));
              }
            });
    return terms;
  }

  private Map<String, Part<Evaluator>> evaluators() {
    Map<String, Part<Evaluator>> evaluators = new LinkedHashMap<>();
    experiment
        .evaluate()
        .evaluators()
        .forEach(
            (name, spec) ->
                made(spec, "evaluate.evaluators." + name)
                    .ifPresent(part -> evaluators.put(name, part)));
    return evaluators;
  }
}
