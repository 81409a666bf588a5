package io.dyad.api;

import ai.djl.ndarray.NDArray;

/**
 * The context between epochs: a look at the whole data and the networks.
 *
 * @since 0.1
 */
@Stable
public interface EpochContext extends Context {
  /** Returns the data. */
  Data data();

  /**
   * Returns a named network.
   *
   * @throws ConfigurationException if there is none of that name
   */
  Network network(String name);

  /**
   * Publishes a value to {@link StepContext#find} for all later steps; it goes into checkpoints.
   */
  void publish(String name, NDArray value);
}
