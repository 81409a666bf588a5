package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Context;
import io.dyad.api.Embeddings;
import io.dyad.api.Network;
import io.dyad.api.View;
import java.util.Optional;

/** The raw input as a subject, each sample flattened: the baseline that learning has to beat. */
public final class RawInput implements Subject, Network {
  @Override
  public Network network(String name) {
    if (!name.equals(MAIN)) {
      throw new ConfigurationException(
          "the raw input stands in for the network \"" + MAIN + "\" only, not \"" + name + "\"");
    }
    return this;
  }

  @Override
  public String name() {
    return MAIN;
  }

  @Override
  public Embeddings apply(View view, Context context) {
    NDArray values = view.input();
    return Embeddings.of(Features.flat(values.toType(DataType.FLOAT32, false)));
  }

  /** Returns the flattened sample, whatever output of a network is asked for. */
  @Override
  public NDArray embed(String output, View view, Context context) {
    return apply(view, context).get(Embeddings.REPRESENTATION);
  }

  @Override
  public <C> Optional<C> as(Class<C> capability) {
    return Optional.empty();
  }
}
