package io.dyad.api;

import ai.djl.ndarray.NDArray;

/**
 * What an evaluator sees. The subject (the trained network, the untrained one, or the raw input) is
 * the runtime's choice; {@link #embed} hides it.
 *
 * @since 0.1
 */
@Experimental
public interface Evaluation extends Context {
  /** Returns the data. */
  Data data();

  /**
   * Returns a named network, for protocols that call one adaptively; give it {@link Data#plain}
   * views or stimuli of your own. The main network of the raw input returns each sample flattened
   * as its {@link Embeddings#REPRESENTATION}.
   *
   * @throws ConfigurationException if the subject has no such network
   */
  Network network(String name);

  /**
   * Returns an output for all samples of a split in the order of their ids, from un-augmented
   * views, without gradients; kept until the evaluation ends, so that several evaluators share it.
   *
   * @param output such as {@link Embeddings#REPRESENTATION}
   * @return shape (samples, ...); for ragged views the rows of all samples, one after another
   */
  NDArray embed(String output, String split);

  /**
   * Returns a target for all samples of a split in the order of their ids.
   *
   * @throws DataException if the data has no such target
   */
  NDArray target(String name, String split);
}
