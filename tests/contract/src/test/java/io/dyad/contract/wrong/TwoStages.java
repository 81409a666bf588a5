package io.dyad.contract.wrong;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Batch;
import io.dyad.api.Procedure;
import io.dyad.api.Setup;
import io.dyad.api.Stage;
import io.dyad.api.StepContext;
import io.dyad.api.Training;
import java.util.Map;
import java.util.Optional;

/** A right procedure, to be made wrong: a stage to warm up, then the main one. */
class TwoStages implements Procedure {
  private final NDArray steps;

  TwoStages(Setup setup) {
    steps = setup.manager().create(0L);
  }

  @Override
  public Map<String, NDArray> state() {
    return Map.of("steps", steps);
  }

  @Override
  public Stage first() {
    return Stage.named("warm-up").epochs(1);
  }

  @Override
  public void step(Batch batch, Training training) {
    training.optimise(phase(), training.encode(batch));
    if (steps.getLong() == 1) {
      training.snapshot("early");
    }
  }

  /** Returns the phase of every step. */
  String phase() {
    return "main";
  }

  @Override
  public void afterStep(StepContext context) {
    steps.addi(1L);
  }

  @Override
  public Optional<Stage> next(Stage finished, Training training) {
    return finished.name().equals("warm-up") ? Optional.of(second()) : Optional.empty();
  }

  /** Returns the stage after the first. */
  Stage second() {
    return Stage.named("main").restart();
  }
}
