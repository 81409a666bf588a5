package io.dyad.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.Batch;
import io.dyad.api.DataException;
import io.dyad.api.DyadException;
import io.dyad.api.TaggedView;
import io.dyad.api.Targets;
import io.dyad.api.View;
import io.dyad.api.ViewGenerator;
import io.dyad.api.Views;
import io.dyad.contract.check.ForeignView;
import io.dyad.contract.check.ManagedArrays;
import io.dyad.contract.check.OtherThread;
import io.dyad.contract.check.Snapshot;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.harness.Trial;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/**
 * What holds for every view generator. The smallest test names the provider and the views:
 *
 * <pre>
 * class TurnContractTest extends ViewGeneratorContract {
 *   &#64;Override
 *   protected TurnProvider provider() {
 *     return new TurnProvider();
 *   }
 *
 *   &#64;Override
 *   protected List&lt;ExpectedView&gt; views(int width) {
 *     return List.of(ExpectedView.of("view-1", sample(width)));
 *   }
 * }
 * </pre>
 *
 * <p>A generator is taken to be random, to make the views of a sample from the sample alone, and to
 * pass targets on. One that does not says so by overriding; then the opposite is checked.
 */
public abstract class ViewGeneratorContract extends ViewDeclarations {
  @Test
  void gives_the_declared_views() {
    each(
        (calls, batch) -> {
          List<ExpectedView> expected = views(calls.trial().size().width());
          Views made = calls.generate(batch, 0);
          assertThat(made.all().stream().map(TaggedView::name))
              .as("names of the views")
              .containsExactlyElementsOf(expected.stream().map(ExpectedView::name).toList());
          for (ExpectedView view : expected) {
            TaggedView same = made.get(view.name());
            assertThat(same.tags()).as("tags of %s", view.name()).isEqualTo(view.tags());
            calls.assertSample(view.name(), same.view(), view.sample(), batch.size());
          }
        });
  }

  @Test
  void gives_the_declared_plain_view_without_draws_and_twice_the_same() {
    each(
        (calls, batch) -> {
          View plain = calls.plain(batch);
          calls.assertSample(
              "the plain view", plain, plain(calls.trial().size().width()), batch.size());
          assertThat(
                  Snapshot.of(plain.tensors())
                      .differences(Snapshot.of(calls.plain(batch).tensors())))
              .as("different in a second plain view")
              .isEmpty();
        });
  }

  @Test
  void gives_the_targets_of_each_view_row_by_row() {
    each((calls, batch) -> calls.assertTargets(batch, keepsTargets()));
  }

  @Test
  void repeats_with_the_same_draws_on_any_thread_to_the_bit() {
    each(
        (calls, batch) -> {
          Snapshot first = calls.bits(batch, 0);
          assertThat(first.differences(calls.bits(batch, 0))).as("different again").isEmpty();
          Snapshot there = OtherThread.get(() -> bitsOfAnEqualTrial(calls.trial()));
          assertThat(first.differences(there)).as("different on another thread").isEmpty();
        });
  }

  @Test
  void differs_from_step_to_step_and_from_view_to_view_as_declared() {
    fullBatch(
        (calls, batch) -> {
          boolean differs = !calls.bits(batch, 0).differences(calls.bits(batch, 1)).isEmpty();
          assertThat(differs).as("differs in another step").isEqualTo(isRandom());
          if (isRandom()) {
            assertThat(calls.viewsDiffer(batch)).as("views with the same tags differ").isTrue();
          }
        });
  }

  @Test
  void makes_the_views_of_a_sample_from_the_sample_alone_as_declared() {
    fullBatch(
        (calls, whole) -> {
          Batch part = batch(calls.trial(), 4, 1, 2);
          Views together = calls.generate(whole, 0);
          Views apart = calls.generate(part, 0);
          boolean same = true;
          for (TaggedView view : together.all()) {
            same &= ViewCalls.sameRows(view.view(), apart.get(view.name()).view(), 4, 1, 2);
          }
          assertThat(same)
              .as("a sample has the same views in another batch, at another place")
              .isEqualTo(samplesAreIndependent());
        });
  }

  @Test
  void makes_the_plain_view_of_a_sample_from_the_sample_alone() {
    fullBatch(
        (calls, whole) ->
            assertThat(
                    ViewCalls.sameRows(
                        calls.plain(whole), calls.plain(batch(calls.trial(), 4, 1, 2)), 4, 1, 2))
                .as("a sample has the same plain view in another batch, at another place")
                .isTrue());
  }

  @Test
  void stays_finite_and_in_its_range() {
    each(
        (calls, batch) -> {
          for (long step = 0; step < 3; step++) {
            for (TaggedView view : calls.generate(batch, step).all()) {
              ViewCalls.assertWithin(view.name(), view.view(), lowest(), highest());
            }
          }
          ViewCalls.assertWithin("the plain view", calls.plain(batch), lowest(), highest());
        });
  }

  @Test
  void leaves_the_batch_untouched() {
    each(
        (calls, batch) -> {
          Snapshot before = ViewCalls.bits(batch);
          calls.generate(batch, 0);
          calls.plain(batch);
          assertThat(before.differences(ViewCalls.bits(batch))).as("changed").isEmpty();
        });
  }

  @Test
  void leaves_no_array_behind() {
    each(
        (calls, batch) ->
            ManagedArrays.assertFlat(
                calls.trial().harness().manager(),
                (step, manager) -> {
                  var context = calls.trial().context(step, manager);
                  calls.subject().component().generate(batch, context);
                  calls.subject().component().plain(batch, context);
                }));
  }

  @Test
  void takes_one_sample_and_no_sample_or_refuses_none_by_name() {
    each(
        (calls, batch) -> {
          List<ExpectedView> expected = views(calls.trial().size().width());
          Views one = calls.generate(batch(calls.trial(), 3), 0);
          expected.forEach(
              view ->
                  calls.assertSample(view.name(), one.get(view.name()).view(), view.sample(), 1));
          try {
            Views none = calls.generate(batch(calls.trial()), 0);
            expected.forEach(
                view ->
                    calls.assertSample(
                        view.name(), none.get(view.name()).view(), view.sample(), 0));
          } catch (DyadException refused) {
            assertThat(refused).hasMessageContaining(provider().name());
          }
        });
  }

  @Test
  void owns_nothing_that_is_trained() {
    each(
        (calls, batch) ->
            assertThat(calls.subject().parameters().keySet()).as("parameters").isEmpty());
  }

  @Test
  void gives_the_same_next_views_after_its_state_was_restored() {
    each(
        (calls, batch) -> {
          Trial trial = calls.trial();
          try (Subject<ViewGenerator> other = started(subjectOfAnotherSeed(trial), trial)) {
            calls.step(batch, 0);
            calls.step(batch, 1);
            other.resume(calls.subject());
            Snapshot resumed = new ViewCalls(trial, other).step(batch, 2);
            assertThat(calls.step(batch, 2).differences(resumed))
                .as("different in the step after a resume")
                .isEmpty();
          }
        });
  }

  @Test
  void refuses_samples_of_another_kind() {
    each(
        (calls, batch) ->
            assertThatThrownBy(
                    () -> calls.generate(Batch.of(batch.ids(), new ForeignView(), Targets.NONE), 0))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("ForeignView"));
  }

  /** Runs a check on as many samples as it takes to tell rows apart, however small the trial. */
  private void fullBatch(BiConsumer<ViewCalls, Batch> work) {
    each((calls, batch) -> work.accept(calls, batch(calls.trial(), 0, 1, 2, 3, 4, 5)));
  }

  private Snapshot bitsOfAnEqualTrial(Trial trial) {
    try (Trial equal = trial.again();
        Subject<ViewGenerator> subject = started(subject(equal), equal)) {
      return new ViewCalls(equal, subject).bits(batch(equal, ids(equal)), 0);
    }
  }
}
