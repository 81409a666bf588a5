package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Context;
import io.dyad.api.Network;
import io.dyad.api.View;

/** What is evaluated: networks by name, and how a plain view becomes rows. */
public interface Subject {
  /** Returns a network of the subject. */
  Network network(String name);

  /** Returns an output for a plain view, one row a sample. */
  default NDArray embed(String output, View view, Context context) {
    return network(Network.MAIN).apply(view, context).get(output);
  }
}
