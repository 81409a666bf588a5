package io.dyad.api;

/**
 * Offers a data source under a name; listed in {@code
 * META-INF/services/io.dyad.api.DataSourceProvider}.
 *
 * @param <O> its options
 * @since 0.1
 */
@Stable
public interface DataSourceProvider<O extends Record> extends Provider<DataSource, O> {}
