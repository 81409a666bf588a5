package io.dyad.runtime.training;

import io.dyad.api.Batch;
import io.dyad.api.Encoded;
import io.dyad.api.Needs;
import io.dyad.api.Procedure;
import io.dyad.api.Stage;
import io.dyad.api.Training;

/**
 * Several phases on each batch, one after the other. A phase moves its own parameters only; what
 * the others own is differentiable, so that a gradient can pass through it, and stays.
 *
 * <p>Whose turn it is depends on the number of the step, so that nothing must be remembered.
 */
final class Alternating implements Procedure {
  private final AlternatingOptions options;

  Alternating(AlternatingOptions options) {
    this.options = options;
  }

  @Override
  public Needs needs() {
    Needs needs = Needs.NOTHING;
    for (String phase : options.order()) {
      needs = needs.phase(phase);
    }
    return needs;
  }

  @Override
  public Stage first() {
    return Stage.named("alternating");
  }

  @Override
  public void step(Batch batch, Training training) {
    long step = training.context().progress().step();
    Encoded shared = training.encode(batch);
    for (String phase : options.order()) {
      TurnOptions turn = options.turn(phase);
      for (int update = 0; turn.due(step) && update < turn.repeat(); update++) {
        boolean anew = options.encode() == EncodeOption.ANEW;
        training.optimise(phase, anew ? training.encode(batch) : shared);
      }
    }
  }
}
