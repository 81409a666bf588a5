package io.dyad.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Draws;
import io.dyad.api.DyadException;
import io.dyad.api.Loss;
import io.dyad.api.NumericException;
import io.dyad.api.StepContext;
import io.dyad.contract.check.Numbers;
import io.dyad.contract.check.Snapshot;
import io.dyad.contract.harness.FreedMemory;
import io.dyad.contract.harness.SampleRows;
import io.dyad.contract.harness.Size;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.harness.Trials;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What holds for every loss. The smallest test names the provider:
 *
 * <pre>
 * class WarmStartLossContractTest extends LossContract {
 *   &#64;Override
 *   protected WarmStartLossProvider provider() {
 *     return new WarmStartLossProvider();
 *   }
 * }
 * </pre>
 *
 * <p>What the loss does not do like most is said by overriding {@link LossDeclarations}.
 */
public abstract class LossContract extends LossPairsContract {
  private static final int LOSSES = 32;
  private static final List<DataType> TYPES = List.of(DataType.FLOAT32, DataType.FLOAT64);

  @Override
  final Map<String, NDArray> outcome(Subject<Loss> subject, SampleRows rows, StepContext context) {
    return LossStep.of(this, subject, rows, context).numbers();
  }

  @Test
  void gives_scalars_in_the_type_and_on_the_device_of_the_rows() {
    for (DataType type : TYPES) {
      check(
          type,
          trial -> {
            LossStep step = probe(trial).step();
            step.scalars()
                .forEach(
                    (name, each) -> assertThat(each.getShape()).as(name).isEqualTo(new Shape()));
            NDArray total = step.value().total();
            assertThat(total.getDevice()).isEqualTo(trial.harness().setup().device());
            assertThat(total.getDataType()).as("type of the total").isEqualTo(type);
            step.inputs()
                .forEach((name, input) -> assertThat(input.getDataType()).as(name).isEqualTo(type));
          });
    }
  }

  @Test
  void gives_finite_values_and_gradients() {
    for (DataType type : TYPES) {
      check(type, trial -> probe(trial).step().assertFinite());
    }
  }

  @Test
  void stays_finite_when_all_views_are_alike() {
    check(trial -> probe(trial).step(SampleRows::viewsAlike).assertFinite());
  }

  @Test
  void has_gradients_that_agree_with_central_differences() {
    check(trial -> probe(trial).assertGradients());
  }

  @Test
  void gives_no_gradient_to_rows_declared_as_stopped() {
    check(
        trial ->
            stopped()
                .forEach(
                    rows -> {
                      NDArray gradient = probe(trial).gradients().get(rows.toString());
                      assertThat(Numbers.largest(requireNonNull(gradient, "no input is " + rows)))
                          .as("the largest gradient that reaches %s", rows)
                          .isZero();
                    }));
  }

  @Test
  void reads_the_rows_declared_as_stopped() {
    check(
        trial ->
            assertThat(stopped())
                .as("rows on which the value depends")
                .allMatch(rows -> probe(trial).dependsOn(rows.toString())));
  }

  @Test
  void keeps_its_gradients_through_a_garbage_collection() {
    check(
        trial -> {
          LossProbe probe = probe(trial);
          Snapshot expected = Snapshot.of(probe.step().gradients());
          List<LossStep> steps = Stream.generate(probe::step).limit(LOSSES).toList();
          FreedMemory.overwrite();
          for (LossStep step : steps) {
            assertThat(expected.differences(Snapshot.of(step.gradients())))
                .as(
                    "different after a garbage collection: a number entered the equation as in"
                        + " x.mul(0.5); use Scalars.of")
                .isEmpty();
          }
        });
  }

  @Test
  void depends_on_the_order_of_views_only_if_declared() {
    symmetry(Symmetry.ORDER_OF_VIEWS, (rows, draws) -> rows.viewsRotated());
  }

  @Test
  void depends_on_the_order_of_samples_only_if_declared() {
    symmetry(Symmetry.ORDER_OF_SAMPLES, SampleRows::reordered);
  }

  @Test
  void depends_on_the_length_of_rows_only_if_declared() {
    symmetry(Symmetry.LENGTH_OF_ROWS, SampleRows::lengthened);
  }

  @Test
  void gives_halves_of_a_batch_as_declared() {
    int least = least().batch();
    check(
        DataType.FLOAT64,
        size().batch(Math.max(size().batch(), 2 * least)),
        trial -> {
          int half = trial.size().batch() / 2;
          if (half >= least) {
            LossProbe probe = probe(trial);
            double first = probe.step(rows -> rows.samples(0, half)).total();
            double second = probe.step(rows -> rows.samples(half, 2 * half)).total();
            double whole = probe.step(rows -> rows.samples(0, 2 * half)).total();
            assertThat(sharding().holds(whole, first, second))
                .as(
                    "%s is declared; the loss of a batch is %s, those of its halves %s and %s",
                    sharding(), whole, first, second)
                .isTrue();
          }
        });
  }

  @Test
  void teaches_from_the_smallest_batch() {
    check(
        DataType.FLOAT64,
        size().batch(least().batch()),
        trial ->
            assertThat(probe(trial).teaches())
                .as("finite and with a gradient; if it needs more samples, needs() must say so")
                .isTrue());
  }

  @Test
  void refuses_a_batch_below_the_smallest() {
    int below = least().batch() - 1;
    if (below > 0) {
      Size size = size().batch(below);
      Trials.run(
          DataType.FLOAT64,
          size,
          size,
          trial ->
              assertThat(
                      unlessRefused(DyadException.class, () -> probe(trial).teaches())
                          .orElse(false))
                  .as(
                      "whether it learns from %d samples, where needs() asks for %d",
                      below, below + 1)
                  .isFalse());
    }
  }

  @Test
  void does_not_hide_what_is_not_a_number() {
    check(
        trial ->
            unlessRefused(
                    NumericException.class,
                    () -> probe(trial).step(SampleRows::withoutNumbers).total())
                .ifPresent(
                    total ->
                        assertThat(total)
                            .as("the loss of rows with NaN, which stops the run if it is NaN")
                            .matches(value -> !Double.isFinite(value))));
  }

  private void symmetry(Symmetry symmetry, BiFunction<SampleRows, Draws, SampleRows> change) {
    check(
        trial -> {
          double before = probe(trial).step().total();
          double after = probe(trial).step(rows -> change.apply(rows, trial.draws())).total();
          Numbers.assertSame(symmetry.toString(), before, after, broken().contains(symmetry));
        });
  }
}
