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

  /** Returns the embeddings of a view, heads included; dropout is drawn anew at every call. */
  Embeddings apply(View view, Context context);

  /**
   * Returns the momentum twin if the network has one, for parts that apply it themselves or measure
   * averaged weights; in a step, {@link Rows#target} is the shorter way. No gradient flows through
   * it.
   */
  default Optional<Network> twin() {
    return Optional.empty();
  }

  /**
   * Returns the encoder as a narrower interface, if it is one: a list of linear layers whose bounds
   * a loss follows, an item table that encoder and loss share.
   *
   * @param capability an interface that both sides see: of the same plugin, the toolkit or the API
   */
  <C> Optional<C> as(Class<C> capability);
}
