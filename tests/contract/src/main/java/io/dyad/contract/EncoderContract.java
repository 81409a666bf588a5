package io.dyad.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.DataType;
import io.dyad.api.Context;
import io.dyad.api.DataException;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoder;
import io.dyad.api.Mode;
import io.dyad.api.View;
import io.dyad.contract.check.ForeignView;
import io.dyad.contract.check.NotANumber;
import io.dyad.contract.check.OtherThread;
import io.dyad.contract.check.Snapshot;
import io.dyad.contract.harness.NoDraws;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.harness.Trial;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What holds for every encoder. The smallest test names the provider and, where they must be given,
 * the options:
 *
 * <pre>
 * class MlpContractTest extends EncoderContract {
 *   &#64;Override
 *   protected MlpProvider provider() {
 *     return new MlpProvider();
 *   }
 *
 *   &#64;Override
 *   protected String options() {
 *     return "widths = [6, 5]";
 *   }
 * }
 * </pre>
 *
 * <p>An encoder is taken to compute in float64, row by row, without draws, with a gradient for
 * every parameter. One that does not says so by overriding; then the opposite is checked.
 */
public abstract class EncoderContract extends EncoderDeclarations {
  @Test
  void gives_the_declared_outputs() {
    assertThat(outputs()).as("outputs declared").contains(Embeddings.REPRESENTATION);
    each(
        calls ->
            assertThat(calls.outputs(calls.batch(), Mode.TRAIN).keySet())
                .as("outputs")
                .isEqualTo(outputs()));
  }

  @Test
  void gives_one_row_for_each_row_of_the_view() {
    each(
        calls -> {
          calls.assertRows(view(calls.trial(), ids(0, 5)), 5);
          calls.assertRows(view(calls.trial(), ids(5, 8)), 3);
        });
  }

  @Test
  void computes_in_the_type_and_on_the_device_of_its_setup() {
    each(DataType.FLOAT32, calls -> calls.assertType(DataType.FLOAT32));
    if (runsInFloat64()) {
      each(DataType.FLOAT64, calls -> calls.assertType(DataType.FLOAT64));
    } else {
      assertThatThrownBy(() -> each(DataType.FLOAT64, calls -> calls.assertType(DataType.FLOAT64)))
          .as("declared not to compute in float64")
          .isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void gives_finite_numbers() {
    each(Encodings::assertFinite);
  }

  @Test
  void has_gradients_that_agree_with_central_differences() {
    each(
        calls -> {
          calls.assertGradients(Mode.TRAIN, this::isSmooth);
          calls.assertGradients(Mode.EVALUATE, this::isSmooth);
        });
  }

  @Test
  void gives_a_gradient_to_every_parameter() {
    each(
        calls -> {
          Map<String, Boolean> reached = calls.reached();
          assertThat(!reached.isEmpty()).as("has parameters").isEqualTo(hasParameters());
          reached.forEach(
              (name, gets) ->
                  assertThat(gets).as("%s gets a gradient", name).isEqualTo(getsGradient(name)));
        });
  }

  @Test
  void starts_from_parameters_that_follow_from_the_seed() {
    each(
        calls -> {
          Snapshot first = Snapshot.of(calls.subject().parameters());
          try (Subject<Encoder> again = subject(calls.trial());
              Subject<Encoder> other = subjectOfAnotherSeed(calls.trial())) {
            assertThat(first.differences(Snapshot.of(again.parameters())))
                .as("changed with the same seed")
                .isEmpty();
            assertThat(!first.differences(Snapshot.of(other.parameters())).isEmpty())
                .as("changes with another seed")
                .isEqualTo(hasParameters());
          }
        });
  }

  @Test
  void draws_nothing_and_changes_nothing_in_evaluation() {
    each(
        calls -> {
          Snapshot before = calls.memory();
          Context quiet =
              calls
                  .trial()
                  .context(0)
                  .with(Mode.EVALUATE)
                  .with(NoDraws.during("an encoder in evaluation"));
          calls.subject().component().encode(calls.batch(), quiet);
          assertThat(before.differences(calls.memory())).as("changed by evaluation").isEmpty();
        });
  }

  @Test
  void moves_no_parameter_in_training_and_draws_only_if_declared() {
    each(
        calls -> {
          Snapshot before = Snapshot.of(calls.subject().parameters());
          assertThat(calls.drawsInTraining())
              .as("depends on draws in training")
              .isEqualTo(!isDeterministicInTraining());
          assertThat(before.differences(Snapshot.of(calls.subject().parameters())))
              .as("parameters changed by encoding")
              .isEmpty();
        });
  }

  @Test
  void repeats_on_another_thread_to_the_bit() {
    each(
        calls -> {
          for (Mode mode : Encodings.MODES) {
            Snapshot first = calls.bits(calls.batch(), mode);
            Snapshot there = OtherThread.get(() -> bitsOfAnEqualTrial(calls.trial(), mode));
            assertThat(first.differences(there))
                .as("different on another thread in %s", mode)
                .isEmpty();
          }
        });
  }

  @Test
  void takes_one_row_in_evaluation_and_refuses_too_few_in_training_or_stays_finite() {
    each(
        calls -> {
          calls.assertRows(view(calls.trial(), 0), 1);
          int fewer = calls.subject().needs().batch() - 1;
          if (fewer > 0) {
            calls.assertFiniteOrRefused(view(calls.trial(), ids(0, fewer)), Mode.TRAIN);
          }
        });
  }

  @Test
  void gives_halves_of_a_batch_as_declared() {
    each(
        calls -> {
          compareHalves(calls, Mode.EVALUATE);
          if (isDeterministicInTraining()) {
            compareHalves(calls, Mode.TRAIN);
          }
        });
  }

  @Test
  void gives_the_same_next_step_after_its_state_was_restored() {
    each(
        calls -> {
          int size = rows(calls.trial(), calls.subject());
          calls.step(view(calls.trial(), ids(size, 2 * size)), 0);
          calls.step(calls.batch(), 1);
          try (Subject<Encoder> other = subjectOfAnotherSeed(calls.trial())) {
            Encodings resumed = calls(calls.trial(), other);
            other.resume(calls.subject());
            calls.assertSameNextStep(resumed);
          }
        });
  }

  @Test
  void leaves_the_view_untouched() {
    each(Encodings::assertViewUntouched);
  }

  @Test
  void leaves_no_array_behind() {
    each(Encodings::assertNoArrayLeft);
  }

  @Test
  void does_not_hide_what_is_not_a_number() {
    each(
        calls -> {
          if (!Encodings.floating(calls.batch()).isEmpty()) {
            calls.assertBrokenOrRefused(NotANumber.inFirstRow(calls.batch()));
          }
        });
  }

  @Test
  void refuses_a_view_of_another_kind() {
    each(
        calls ->
            assertThatThrownBy(() -> calls.outputs(new ForeignView(), Mode.EVALUATE))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("ForeignView"));
  }

  private Snapshot bitsOfAnEqualTrial(Trial trial, Mode mode) {
    try (Trial equal = trial.again();
        Subject<Encoder> subject = subject(equal)) {
      Encodings calls = calls(equal, subject);
      return calls.bits(calls.batch(), mode);
    }
  }

  private void compareHalves(Encodings calls, Mode mode) {
    int half = rows(calls.trial(), calls.subject());
    View whole = view(calls.trial(), ids(0, 2 * half));
    View first = view(calls.trial(), ids(0, half));
    View second = view(calls.trial(), ids(half, 2 * half));
    assertThat(calls.equalHalves(whole, first, second, mode))
        .as("two halves of a batch give the rows of the whole in %s", mode)
        .isEqualTo(rowsAreIndependent(mode));
  }
}
