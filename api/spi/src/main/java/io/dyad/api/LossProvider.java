package io.dyad.api;

/**
 * Offers a loss under a name; listed in {@code META-INF/services/io.dyad.api.LossProvider}.
 *
 * @param <O> its options
 * @since 0.1
 */
@Stable
public interface LossProvider<O extends Record> extends Provider<Loss, O> {}
