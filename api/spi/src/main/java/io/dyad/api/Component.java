package io.dyad.api;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/**
 * What encoders, view generators, samplers, losses, sources, procedures and evaluators have in
 * common: parameters, state, needs and a lifecycle. Everything is optional.
 *
 * <p>Order of calls: {@link #start} once, then for each epoch {@link #onEpochStart}, for each step
 * {@link #beforeStep}, the work, {@link #afterStep}, then {@link #onEpochEnd}; {@link #close} last.
 *
 * @since 0.1
 */
@Stable
public interface Component extends AutoCloseable {
  /** Returns what the optimiser trains, by group; the same arrays at every call. */
  default Parameters parameters() {
    return Parameters.NONE;
  }

  /**
   * Returns what survives a step without being trained (running statistics, counters), by name. It
   * goes into checkpoints, and the runtime may write into the arrays.
   */
  default Map<String, NDArray> state() {
    return Map.of();
  }

  /**
   * Takes state back from a checkpoint. By default each array of {@link #state} is overwritten in
   * place; override it when the shape of the state changes over time.
   *
   * @param saved arrays by the names of {@link #state}, owned by the caller
   */
  default void restore(Map<String, NDArray> saved) {
    StateCopy.copy(saved, state());
  }

  /** Returns what must be there for this part to work; checked before training starts. */
  default Needs needs() {
    return Needs.NOTHING;
  }

  /**
   * Runs once before the first step, and again after a resume before the state is restored. Work
   * that looks at the whole data belongs here.
   */
  default void start(Data data, Context context) {}

  /** Runs before the first step of an epoch. */
  default void onEpochStart(EpochContext context) {}

  /** Runs before the views of a step are made, without gradients. */
  default void beforeStep(StepContext context) {}

  /** Runs after the optimiser's step, without gradients. */
  default void afterStep(StepContext context) {}

  /** Runs after the last step of an epoch, without gradients. */
  default void onEpochEnd(EpochContext context) {}

  /** Frees what the part holds outside its manager. */
  @Override
  default void close() {}
}
