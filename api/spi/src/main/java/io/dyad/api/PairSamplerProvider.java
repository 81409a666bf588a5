package io.dyad.api;

/**
 * Offers a pair sampler under a name; listed in {@code
 * META-INF/services/io.dyad.api.PairSamplerProvider}.
 *
 * @param <O> its options
 * @since 0.1
 */
@Stable
public interface PairSamplerProvider<O extends Record> extends Provider<PairSampler, O> {}
