package io.dyad.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.api.Batch;
import io.dyad.api.Procedure;
import io.dyad.api.Stage;
import io.dyad.contract.ProcedureRun.Call;
import io.dyad.contract.check.ManagedArrays;
import io.dyad.contract.check.OtherThread;
import io.dyad.contract.check.Snapshot;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.harness.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What holds for every procedure. The smallest test names the provider, and the phases if it needs
 * others than {@code main}:
 *
 * <pre>
 * class TwoPhasesContractTest extends ProcedureContract {
 *   &#64;Override
 *   protected TwoPhasesProvider provider() {
 *     return new TwoPhasesProvider();
 *   }
 *
 *   &#64;Override
 *   protected Set&lt;String&gt; phases() {
 *     return Set.of("encoder", "critic");
 *   }
 * }
 * </pre>
 *
 * <p>Training is a record of what the procedure asks for: two steps a stage, until there is no next
 * stage.
 */
public abstract class ProcedureContract extends ProcedureDeclarations {
  private static final String OPTIMISE = "optimise ";

  @Test
  void has_a_first_stage_with_a_name() {
    each(
        run -> {
          Stage first = run.subject().component().first();
          assertThat(first.name()).as("name of the first stage").isNotBlank();
          assertThat(ProcedureRun.text(run.subject().component().first()))
              .as("the first stage, asked again")
              .isEqualTo(ProcedureRun.text(first));
        });
  }

  @Test
  void has_stages_with_names_and_ends() {
    each(
        run ->
            run.toTheEnd()
                .forEach(
                    call ->
                        call.before()
                            .stage()
                            .ifPresent(
                                stage -> {
                                  assertThat(stage.name()).as("name of a stage").isNotBlank();
                                  assertThat(stage.epochs().orElse(1))
                                      .as("epochs of %s", stage.name())
                                      .isPositive();
                                })));
  }

  @Test
  void comes_to_an_end() {
    each(
        run ->
            assertThat(last(run.toTheEnd()).name())
                .as("after %d stages there is", mostStages())
                .isEqualTo("end"));
  }

  @Test
  void optimises_the_declared_phases_in_every_step() {
    each(
        run -> {
          Set<String> seen = new TreeSet<>();
          for (Call call : run.toTheEnd()) {
            List<String> phases =
                call.asked().stream()
                    .filter(asked -> asked.startsWith(OPTIMISE))
                    .map(asked -> asked.substring(OPTIMISE.length()))
                    .toList();
            if (call.name().startsWith("step")) {
              assertThat(phases).as("phases optimised in a %s", call.name()).isNotEmpty();
            }
            seen.addAll(phases);
          }
          assertThat(seen).as("phases optimised").isEqualTo(new TreeSet<>(phases()));
        });
  }

  @Test
  void encodes_the_batch_it_is_given() {
    each(
        run -> {
          for (Call call : run.toTheEnd()) {
            if (call.name().startsWith("step")) {
              Batch batch = batch(run.trial(), call.before().step());
              assertThat(call.asked())
                  .as("what a %s asks for", call.name())
                  .contains("encode " + Arrays.toString(batch.ids()));
            }
          }
        });
  }

  @Test
  void repeats_with_the_same_seed_on_any_thread() {
    each(
        run ->
            assertThat(OtherThread.get(() -> texts(run.trial())))
                .as("all calls on another thread")
                .isEqualTo(texts(run.toTheEnd())));
  }

  @Test
  void goes_on_as_before_after_its_state_was_restored_at_any_moment() {
    each(
        run -> {
          List<Call> calls = run.toTheEnd();
          for (int i = 0; i < calls.size(); i++) {
            Trial trial = run.trial();
            try (Subject<Procedure> other = started(subjectOfAnotherSeed(trial), trial)) {
              other.restore(calls.get(i).before().state());
              ProcedureRun resumed = new ProcedureRun(this, trial, other);
              List<Call> rest = calls.subList(i, calls.size());
              assertThat(texts(resumed.from(rest.get(0).before())))
                  .as("calls after a resume before call %d", i)
                  .isEqualTo(texts(rest));
            }
          }
        });
  }

  @Test
  void decides_what_follows_from_its_state_alone() {
    each(
        run -> {
          for (Call call : run.toTheEnd()) {
            if (call.name().startsWith("next")) {
              assertThat(run.askAgain(call).text())
                  .as("asked again from the same state")
                  .isEqualTo(call.text());
            }
          }
        });
  }

  @Test
  void leaves_the_batch_untouched_and_no_array_behind() {
    each(
        run -> {
          Batch batch = batch(run.trial(), 0);
          Snapshot before = ViewCalls.bits(batch);
          ManagedArrays.assertFlat(
              run.trial().harness().manager(),
              (step, manager) -> run.step(batch, run.trial().context(step, manager)));
          assertThat(before.differences(ViewCalls.bits(batch))).as("changed").isEmpty();
        });
  }

  private List<String> texts(Trial trial) {
    try (Trial equal = trial.again();
        Subject<Procedure> subject = started(subject(equal), equal)) {
      return texts(new ProcedureRun(this, equal, subject).toTheEnd());
    }
  }

  private static List<String> texts(List<Call> calls) {
    return calls.stream().map(Call::text).toList();
  }

  private static Call last(List<Call> calls) {
    return calls.get(calls.size() - 1);
  }
}
