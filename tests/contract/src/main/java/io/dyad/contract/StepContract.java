package io.dyad.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Component;
import io.dyad.api.Data;
import io.dyad.api.DyadException;
import io.dyad.api.Embeddings;
import io.dyad.api.Needs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.contract.check.ManagedArrays;
import io.dyad.contract.check.Numbers;
import io.dyad.contract.check.OtherThread;
import io.dyad.contract.check.Snapshot;
import io.dyad.contract.check.TorchThreads;
import io.dyad.contract.harness.HarnessContext;
import io.dyad.contract.harness.HarnessSetup;
import io.dyad.contract.harness.SampleData;
import io.dyad.contract.harness.SampleRows;
import io.dyad.contract.harness.Size;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.harness.Trial;
import io.dyad.runtime.kernel.GradientMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * What holds for parts that work on the rows of a step, whatever they make of them.
 *
 * @param <T> {@code Loss} or {@code PairSampler}
 */
public abstract class StepContract<T extends Component> extends ProviderContract<T> {
  /** Large enough for the engine to divide the work. */
  private static final Size FOR_THREADS = new Size(192, 16);

  StepContract() {}

  /**
   * Returns the rows and targets of a step, other ones for each step: by default what {@link
   * SampleRows#random} makes. Override it for banks, other shapes and other targets.
   *
   * @param needs what the part and the parts inside it need
   */
  protected SampleRows rows(Trial trial, Needs needs, long step) {
    return SampleRows.random(trial, needs, step);
  }

  /** Returns all numbers that the part makes of rows, by name. */
  abstract Map<String, NDArray> outcome(Subject<T> subject, SampleRows rows, StepContext context);

  @Override
  protected void prepare(HarnessSetup setup, Trial trial) {
    Shape row = new Shape(trial.size().width());
    setup.with(Rows.of("any", Embeddings.REPRESENTATION), row);
    setup.with(Rows.of("any", Embeddings.PROJECTION), row);
    setup.with(Rows.of("any", Embeddings.PREDICTION), row);
  }

  @Override
  protected Size least() {
    try (Trial trial = new Trial(DataType.FLOAT64, size(), 0);
        Subject<T> subject = subject(trial)) {
      return Size.ONE.batch(subject.needs().batch());
    }
  }

  @Override
  protected void use(Subject<T> subject, Trial trial) {
    outcome(start(subject, trial), trial, 0);
  }

  @Test
  void repeats_with_the_same_seed_to_the_bit() {
    check(
        trial ->
            assertThat(fresh(trial).differences(fresh(trial)))
                .as("different with the same seed")
                .isEmpty());
  }

  @Test
  void repeats_on_another_thread_to_the_bit() {
    check(
        trial -> {
          Snapshot there = OtherThread.get(() -> freshOnThisThread(trial));
          assertThat(fresh(trial).differences(there)).as("different on another thread").isEmpty();
        });
  }

  @Test
  void repeats_with_two_engine_threads_up_to_rounding() {
    check(
        DataType.FLOAT64,
        FOR_THREADS,
        trial -> {
          Map<String, double[]> one = TorchThreads.with(1, () -> numbers(trial));
          Map<String, double[]> two = TorchThreads.with(2, () -> numbers(trial));
          one.forEach(
              (name, numbers) ->
                  assertThat(Numbers.distance(numbers, requireNonNull(two.get(name))))
                      .as("largest difference of %s with one and two engine threads", name)
                      .isLessThan(1e-9));
        });
  }

  @Test
  void leaves_rows_and_targets_untouched() {
    check(
        trial -> {
          try (Subject<T> subject = start(subject(trial), trial)) {
            SampleRows rows = rows(trial, subject.needs(), 0);
            Snapshot before = Snapshot.of(rows.arrays());
            outcome(subject, rows, trial.context(0));
            assertThat(before.differences(Snapshot.of(rows.arrays())))
                .as("changed by the part")
                .isEmpty();
          }
        });
  }

  @Test
  void leaves_no_array_behind() {
    check(
        trial -> {
          try (Subject<T> subject = start(subject(trial), trial)) {
            ManagedArrays.assertFlat(
                trial.harness().manager(),
                (step, manager) -> step(subject, trial, trial.context(step, manager)));
          }
        });
  }

  @Test
  void gives_the_same_next_step_after_its_state_was_restored() {
    check(
        trial -> {
          try (Subject<T> subject = start(subject(trial), trial);
              Subject<T> resumed = start(subjectOfAnotherSeed(trial), trial)) {
            step(subject, trial, trial.context(0));
            step(subject, trial, trial.context(1));
            resumed.resume(subject);
            Snapshot expected = step(subject, trial, trial.context(2));
            assertThat(expected.differences(step(resumed, trial, trial.context(2))))
                .as("different in the step after a resume")
                .isEmpty();
          }
        });
  }

  /** Returns the subject after its first look at the data. */
  final Subject<T> start(Subject<T> subject, Trial trial) {
    SampleRows rows = rows(trial, subject.needs(), -1);
    Data data =
        SampleData.of(
            Map.of(Data.TRAIN, rows.samples()),
            (split, ids, context) -> {
              Batch batch = rows.samples(trial.harness().manager().create(ids)).encoded().batch();
              return Batch.of(ids, batch.samples(), batch.targets());
            });
    try (GradientMode ignored = GradientMode.disabled()) {
      subject.each(part -> part.start(data, trial.context(0)));
    }
    return subject;
  }

  /** Returns what the part makes of the rows of a step. */
  final Map<String, NDArray> outcome(Subject<T> subject, Trial trial, long step) {
    return outcome(subject, rows(trial, subject.needs(), step), trial.context(step));
  }

  /**
   * Returns what a call gives, or nothing if it is refused by an error that names the part.
   *
   * @throws AssertionError if it is refused by another error
   */
  final <V> Optional<V> unlessRefused(Class<? extends DyadException> error, Supplier<V> call) {
    try {
      return Optional.of(call.get());
    } catch (RuntimeException e) {
      assertThat(e)
          .as("what refuses must be a %s that names the part", error.getSimpleName())
          .isInstanceOf(error)
          .hasMessageContaining(provider().name());
      return Optional.empty();
    }
  }

  private Snapshot fresh(Trial trial) {
    try (Subject<T> subject = start(subject(trial), trial)) {
      Map<String, NDArray> all = new LinkedHashMap<>(subject.parameters());
      all.putAll(outcome(subject, trial, 0));
      return Snapshot.of(all);
    }
  }

  private Snapshot freshOnThisThread(Trial other) {
    try (Trial trial = other.again()) {
      return fresh(trial);
    }
  }

  private Map<String, double[]> numbers(Trial trial) {
    try (Subject<T> subject = start(subject(trial), trial)) {
      Map<String, double[]> numbers = new LinkedHashMap<>();
      outcome(subject, trial, 0).forEach((name, array) -> numbers.put(name, Numbers.of(array)));
      return numbers;
    }
  }

  /** Runs a step as training does, with a made-up update, and returns what came of it. */
  private Snapshot step(Subject<T> subject, Trial trial, HarnessContext context) {
    long number = context.progress().step();
    try (GradientMode ignored = GradientMode.disabled()) {
      subject.each(part -> part.beforeStep(context));
    }
    Map<String, NDArray> all =
        new LinkedHashMap<>(outcome(subject, rows(trial, subject.needs(), number), context));
    try (GradientMode ignored = GradientMode.disabled()) {
      subject
          .parameters()
          .forEach(
              (name, array) ->
                  array.addi(
                      trial
                          .draws()
                          .at("update", number)
                          .uniform(name, array.getShape())
                          .toType(array.getDataType(), false)));
      subject.each(part -> part.afterStep(context));
    }
    all.putAll(subject.parameters());
    all.putAll(subject.state());
    return Snapshot.of(all);
  }
}
