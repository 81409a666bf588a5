package io.dyad.api;

import java.util.Optional;

/**
 * What a training step consists of. The runtime owns the loop and asks, so that every procedure can
 * be stopped and resumed; what a procedure remembers goes into {@link #state}.
 *
 * @since 0.1
 */
@Experimental
public interface Procedure extends Component {
  /** Returns the first stage. */
  Stage first();

  /** Runs one step: encode, optimise a phase, perhaps encode and optimise again. */
  void step(Batch batch, Training training);

  /** Returns the stage that follows, or empty when training is done. */
  default Optional<Stage> next(Stage finished, Training training) {
    return Optional.empty();
  }
}
