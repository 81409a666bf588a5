package io.dyad.api;

/**
 * Offers a training procedure under a name; listed in {@code
 * META-INF/services/io.dyad.api.ProcedureProvider}.
 *
 * @param <O> its options
 * @since 0.1
 */
@Stable
public interface ProcedureProvider<O extends Record> extends Provider<Procedure, O> {}
