package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Batch;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Encoded;
import io.dyad.api.LossValue;
import io.dyad.api.Metric;
import io.dyad.api.Parameters;
import io.dyad.api.Progress;
import io.dyad.api.Stage;
import io.dyad.api.StepContext;
import io.dyad.api.Training;
import io.dyad.api.Views;
import io.dyad.runtime.kernel.GradientMode;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a procedure does in one step: encode a batch, and move a phase's parameters. */
final class TrainingStep implements Training {
  private final Trainer trainer;
  private final Frame frame;
  private final Map<String, Double> values = new LinkedHashMap<>();
  private final Map<String, Distribution> distributions = new LinkedHashMap<>();
  private final boolean reported;
  private final Map<Batch, Views> made = new IdentityHashMap<>();
  private final Map<FeatureQueue, NDArray> bankRows = new LinkedHashMap<>();
  private long encodings;

  /**
   * Creates a step.
   *
   * @param reported whether figures beyond the loss are read from the device
   */
  TrainingStep(Trainer trainer, Frame frame, boolean reported) {
    this.trainer = trainer;
    this.frame = frame;
    this.reported = reported;
  }

  @Override
  public StepContext context() {
    return frame.step("procedure");
  }

  @Override
  public Stage stage() {
    return trainer.stage();
  }

  @Override
  public EncodedViews encode(Batch samples) {
    encodings++;
    Frame own = frame.call(encodings);
    return new EncodedViews(
        samples,
        made.computeIfAbsent(samples, this::views),
        trainer.assembly(),
        own.manager(),
        own::step);
  }

  private Views views(Batch samples) {
    try (GradientMode ignored = GradientMode.disabled()) {
      var generator = trainer.assembly().views();
      return generator.component().generate(samples, frame.epoch(generator.path()));
    }
  }

  @Override
  public LossValue optimise(String phase, Encoded encoded) {
    ParameterUpdate update = trainer.update(phase);
    if (!(encoded instanceof Encoding encoding)) {
      throw new ConfigurationException(
          "phase \"" + phase + "\" must be given what encode returned in this step");
    }
    Progress progress = frame.progress();
    LossValue value;
    try (GradientMode ignored = GradientMode.enabled()) {
      value = Objective.evaluate(update.terms(), encoding, frame);
    }
    rememberBankRows(encoding);
    double factor = trainer.learningRateFactor(progress);
    NDArray norm = update.step(value.total(), encoding.origin(), factor, progress.step());
    encoding.origin().forget(update.networks());
    trainer.state().applyMasks();
    trainer
        .watch()
        .note(value, norm, progress, encoding.batch(), reported)
        .ifPresent(
            numbers -> {
              figure(phase, "loss", numbers.loss());
              figure(phase, "gradient-norm", numbers.norm());
            });
    figure(phase, "learning-rate", update.learningRate() * factor);
    if (reported) {
      report(value);
    }
    return value;
  }

  /** Figures without the name of a phase are those of the step's first update. */
  private void figure(String phase, String name, double value) {
    values.putIfAbsent(name, value);
    if (trainer.hasSeveralPhases()) {
      values.put(name + "." + phase, value);
    }
  }

  private void report(LossValue value) {
    value.terms().forEach((name, term) -> values.put("term." + name, NumericCheck.scalar(term)));
    value.observations().forEach((name, seen) -> observe("observed." + name, seen));
  }

  private void observe(String name, NDArray seen) {
    if (seen.getShape().isScalar()) {
      values.put(name, NumericCheck.scalar(seen));
    } else {
      trainer.distributions().of(seen).ifPresent(found -> distributions.put(name, found));
    }
  }

  /** The rows before the update, which is what the step compared. */
  private void rememberBankRows(Encoding encoded) {
    try (GradientMode ignored = GradientMode.disabled()) {
      for (FeatureQueue bank : trainer.assembly().banks()) {
        bankRows.put(bank, encoded.get(bank.source()));
      }
    }
  }

  /** Fills the banks with the rows of the step's last encoded batch. */
  void fillBanks() {
    bankRows.forEach(FeatureQueue::push);
  }

  /** Returns the figures of this step by name. */
  Map<String, Double> values() {
    return values;
  }

  /** Returns the observations of this step that are many numbers, by name. */
  Map<String, Distribution> distributions() {
    return distributions;
  }

  @Override
  public Parameters parameters(String pattern) {
    NamePattern wanted = NamePattern.of(pattern);
    Map<String, Map<String, NDArray>> groups = new LinkedHashMap<>();
    trainer
        .assembly()
        .parameters()
        .forEach(
            (name, array) -> {
              if (wanted.matches(name)) {
                int dot = name.lastIndexOf('.');
                groups
                    .computeIfAbsent(name.substring(0, dot), group -> new LinkedHashMap<>())
                    .put(name.substring(dot + 1), array);
              }
            });
    Parameters found = Parameters.NONE;
    for (Map.Entry<String, Map<String, NDArray>> group : groups.entrySet()) {
      found = found.with(group.getKey(), group.getValue());
    }
    return found;
  }

  @Override
  public void snapshot(String name) {
    trainer.state().snapshot(name);
  }

  @Override
  public void rewind(String name) {
    trainer.state().rewind(name);
  }

  @Override
  public void mask(Map<String, NDArray> masks) {
    trainer.state().mask(masks);
  }

  @Override
  public List<Metric> evaluate(String evaluator) {
    return trainer.evaluate(evaluator);
  }
}
