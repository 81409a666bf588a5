package io.dyad.runtime.training;

import io.dyad.api.Context;
import io.dyad.api.Embeddings;
import io.dyad.api.Network;
import io.dyad.api.View;
import io.dyad.runtime.kernel.GradientMode;
import java.util.Optional;

/** The momentum twin of a network, as a network that carries no gradient. */
record MomentumTwin(String name, NetworkBody body) implements Network {

  @Override
  public Embeddings apply(View view, Context context) {
    try (GradientMode ignored = GradientMode.disabled()) {
      return TrainedNetwork.applied(body, view, context);
    }
  }

  @Override
  public <C> Optional<C> as(Class<C> capability) {
    return body.as(capability);
  }
}
