package io.dyad.api;

import java.util.Optional;

/**
 * A named network of the experiment: an encoder with its heads. Losses call it for what is not a
 * view of the batch (a critic on generated images); for views use {@link Encoded}.
 *
 * @since 0.1
 */
@Stable
public interface Network {
  /** The name of the network that is trained, evaluated and exported. */
  String MAIN = "main";

  /** Returns the name. */
  String name();

  /** Returns the embeddings of a view, heads included. */
  Embeddings apply(View view, Context context);

  /** Returns the encoder as a narrower interface, such as a list of linear layers, if it is one. */
  <C> Optional<C> as(Class<C> capability);
}
