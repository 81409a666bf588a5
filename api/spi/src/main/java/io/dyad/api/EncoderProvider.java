package io.dyad.api;

/**
 * Offers an encoder under a name; listed in {@code META-INF/services/io.dyad.api.EncoderProvider}.
 *
 * @param <O> its options
 * @since 0.1
 */
@Stable
public interface EncoderProvider<O extends Record> extends Provider<Encoder, O> {}
