package io.dyad.runtime.training;

import io.dyad.api.Batch;
import io.dyad.api.Needs;
import io.dyad.api.Procedure;
import io.dyad.api.Stage;
import io.dyad.api.Training;

/** One phase, one stage: encode, evaluate the objective, update everything that is trained. */
final class Pretrain implements Procedure {
  private final String phase;

  Pretrain(String phase) {
    this.phase = phase;
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING.phase(phase);
  }

  @Override
  public Stage first() {
    return Stage.named("pretrain");
  }

  @Override
  public void step(Batch batch, Training training) {
    training.optimise(phase, training.encode(batch));
  }
}
