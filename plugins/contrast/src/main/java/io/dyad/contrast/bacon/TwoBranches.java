package io.dyad.contrast.bacon;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Batch;
import io.dyad.api.Data;
import io.dyad.api.Encoded;
import io.dyad.api.EpochContext;
import io.dyad.api.Needs;
import io.dyad.api.Procedure;
import io.dyad.api.Setup;
import io.dyad.api.Stage;
import io.dyad.api.Training;
import java.util.Optional;

/** Nothing is remembered here: the epoch says what is due, and counts are published. */
final class TwoBranches implements Procedure {
  private static final String WARM_UP = "warm-up";

  private final TwoBranchesOptions options;
  private final Optional<CountsEstimator> estimator;
  private final InheritedWeights weights;

  TwoBranches(TwoBranchesOptions options, Setup setup) {
    this.options = options;
    weights = new InheritedWeights(options.begin(), setup.name());
    estimator =
        options
            .estimate()
            .map(
                each ->
                    new CountsEstimator(
                        setup.kernels(), each.classes(), each.starts(), each.iterations()));
  }

  @Override
  public Needs needs() {
    Needs needs = options.warmUpEpochs() > 0 ? Needs.NOTHING.phase(WARM_UP) : Needs.NOTHING;
    for (String phase : options.order()) {
      needs = needs.phase(phase);
    }
    return options.estimate().isPresent() ? needs.target(options.estimate().get().target()) : needs;
  }

  @Override
  public Stage first() {
    return options.warmUpEpochs() > 0
        ? Stage.named(WARM_UP).epochs(options.warmUpEpochs())
        : branches();
  }

  private static Stage branches() {
    return Stage.named("branches");
  }

  @Override
  public void step(Batch batch, Training training) {
    Encoded encoded = training.encode(batch);
    if (training.stage().name().equals(WARM_UP)) {
      training.optimise(WARM_UP, encoded);
    } else {
      options.order().forEach(phase -> training.optimise(phase, encoded));
    }
  }

  @Override
  public Optional<Stage> next(Stage finished, Training training) {
    if (!finished.name().equals(WARM_UP)) {
      return Optional.empty();
    }
    weights.copy(training);
    return Optional.of(branches().restart());
  }

  /** Estimates the class counts before the branches begin and every few epochs after that. */
  @Override
  public void onEpochStart(EpochContext context) {
    long epoch = context.progress().epoch() - options.warmUpEpochs();
    if (estimator.isEmpty() || options.estimate().isEmpty() || epoch < 0) {
      return;
    }
    EstimateOptions estimate = options.estimate().get();
    if (estimate.everyEpochs() > 0 && epoch % estimate.everyEpochs() == 0) {
      PlainFeatures features = PlainFeatures.of(estimate, context);
      long[] counts =
          estimator
              .get()
              .counts(
                  features.rows(),
                  features.labels(),
                  Data.TRAIN,
                  context.draws().at("estimate", 0));
      context.publish(estimate.publish(), published(counts, context.manager()));
    }
  }

  /** An empty cluster counts as one sample: counts are divided by. */
  private static NDArray published(long[] counts, NDManager manager) {
    float[] numbers = new float[counts.length];
    for (int i = 0; i < counts.length; i++) {
      numbers[i] = Math.max(1, counts[i]);
    }
    return manager.create(numbers);
  }
}
