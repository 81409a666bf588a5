package io.dyad.api;

/**
 * Offers an evaluator under a name; listed in {@code
 * META-INF/services/io.dyad.api.EvaluatorProvider}.
 *
 * @param <O> its options
 * @since 0.1
 */
@Stable
public interface EvaluatorProvider<O extends Record> extends Provider<Evaluator, O> {}
