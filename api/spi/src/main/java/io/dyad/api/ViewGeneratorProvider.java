package io.dyad.api;

/**
 * Offers a view generator under a name; listed in {@code
 * META-INF/services/io.dyad.api.ViewGeneratorProvider}.
 *
 * @param <O> its options
 * @since 0.1
 */
@Stable
public interface ViewGeneratorProvider<O extends Record> extends Provider<ViewGenerator, O> {}
