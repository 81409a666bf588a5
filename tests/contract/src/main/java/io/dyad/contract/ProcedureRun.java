package io.dyad.contract;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Batch;
import io.dyad.api.Procedure;
import io.dyad.api.Stage;
import io.dyad.contract.harness.HarnessContext;
import io.dyad.contract.harness.RecordedTraining;
import io.dyad.contract.harness.Subject;
import io.dyad.contract.harness.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a procedure as the loop of training does, with two steps a stage. */
record ProcedureRun(ProcedureDeclarations contract, Trial trial, Subject<Procedure> subject) {
  private static final int STEPS = 2;

  /**
   * A moment between two calls.
   *
   * @param stage that runs, if training has not ended
   * @param step the next one of the run; two make a stage
   * @param finished whether the stage has had its steps
   * @param state of the procedure
   */
  record Moment(Optional<Stage> stage, long step, boolean finished, Map<String, NDArray> state) {}

  /** A call: where it began, and what the procedure asked for. */
  record Call(Moment before, String name, List<String> asked) {
    String text() {
      return name + " " + asked;
    }
  }

  Moment begin() {
    return new Moment(Optional.of(subject.component().first()), 0, false, state());
  }

  /** Returns all calls from the first stage to the end of training. */
  List<Call> toTheEnd() {
    return from(begin());
  }

  /** Returns all calls from a moment on, whose state the procedure has. */
  List<Call> from(Moment start) {
    List<Call> calls = new ArrayList<>();
    Moment now = start;
    while (now.stage().isPresent() && now.step() <= (long) STEPS * contract.mostStages()) {
      Stage stage = now.stage().get();
      if (now.finished()) {
        RecordedTraining training = training(stage, now.step());
        Optional<Stage> next = subject.component().next(stage, training);
        calls.add(new Call(now, answer(next), training.asked()));
        now = new Moment(next, now.step(), false, state());
      } else {
        calls.add(step(now, stage));
        long done = now.step() + 1;
        now = new Moment(now.stage(), done, done % STEPS == 0, state());
      }
    }
    calls.add(new Call(now, now.stage().isEmpty() ? "end" : "no end", List.of()));
    return calls;
  }

  private static String answer(Optional<Stage> next) {
    return "next: " + next.map(ProcedureRun::text).orElse("none");
  }

  private Call step(Moment now, Stage stage) {
    HarnessContext context = trial.context(now.step());
    RecordedTraining training = training(stage, now.step());
    subject.each(part -> part.beforeStep(context));
    subject.component().step(contract.batch(trial, now.step()), training);
    subject.each(part -> part.afterStep(context));
    return new Call(now, "step of " + text(stage), training.asked());
  }

  /** Asks once more what follows a stage, from the state it had then. */
  Call askAgain(Call asked) {
    subject.restore(asked.before().state());
    Stage stage = asked.before().stage().orElseThrow();
    RecordedTraining training = training(stage, asked.before().step());
    Optional<Stage> next = subject.component().next(stage, training);
    return new Call(asked.before(), answer(next), training.asked());
  }

  /** Runs one step on a given batch and throws its record away. */
  void step(Batch batch, HarnessContext context) {
    RecordedTraining training =
        new RecordedTraining(
            context, subject.component().first(), contract.parameters(trial), contract.figures());
    subject.component().step(batch, training);
  }

  private RecordedTraining training(Stage stage, long step) {
    return new RecordedTraining(
        trial.context(step), stage, contract.parameters(trial), contract.figures());
  }

  private Map<String, NDArray> state() {
    Map<String, NDArray> copy = new LinkedHashMap<>();
    subject.state().forEach((name, array) -> copy.put(name, array.duplicate()));
    return copy;
  }

  static String text(Stage stage) {
    return "%s, %s epochs%s"
        .formatted(
            stage.name(),
            stage.epochs().isPresent() ? stage.epochs().getAsLong() : "as many as configured",
            stage.restarts() ? ", restarts" : "");
  }
}
