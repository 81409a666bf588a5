package io.dyad.api;

/**
 * A part that is named and configured but not made yet: the type of an option that takes another
 * part, such as {@code Spec<Loss> base} of a loss that wraps a loss. Pass it to {@link
 * Setup#create}.
 *
 * @param <T> {@link Loss}, {@link Encoder}, {@link ViewGenerator}, {@link PairSampler} or another
 *     extension point
 * @since 0.1
 */
@Stable
public interface Spec<T> {
  /** Returns the name of the provider that the configuration chose. */
  String provider();
}
