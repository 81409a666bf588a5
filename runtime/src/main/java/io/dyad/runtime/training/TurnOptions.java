package io.dyad.runtime.training;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;

/** How often a phase gets its turn. */
public record TurnOptions(
    @Doc("steps from one turn to the next; the first step has one") @Default("1") @Bound("[1, inf)")
        int every,
    @Doc("updates in a turn, all on the batch of the step") @Default("1") @Bound("[1, inf)")
        int repeat) {
  static final TurnOptions ALWAYS = new TurnOptions(1, 1);

  boolean due(long step) {
    return step % every == 0;
  }
}
