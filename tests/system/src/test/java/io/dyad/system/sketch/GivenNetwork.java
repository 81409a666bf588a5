package io.dyad.system.sketch;

import io.dyad.api.Context;
import io.dyad.api.Embeddings;
import io.dyad.api.Network;
import io.dyad.api.View;
import java.util.Optional;
import java.util.function.Function;

/** A network that is one equation. */
record GivenNetwork(String name, Function<View, Embeddings> equation) implements Network {
  @Override
  public Embeddings apply(View view, Context context) {
    return equation.apply(view);
  }

  @Override
  public <C> Optional<C> as(Class<C> capability) {
    return Optional.empty();
  }
}
