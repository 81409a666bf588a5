package io.dyad.runtime.options;

import io.dyad.api.Provider;
import io.dyad.api.Setup;
import io.dyad.api.Spec;

/**
 * A part that was found and whose options are bound; only {@link #create} is left to do. Every
 * {@link Spec} that the binder makes is one.
 *
 * @param <T> the part
 */
public final class ResolvedSpec<T> implements Spec<T> {
  private final Maker<T, ?> maker;
  private final String path;
  private final String origin;

  private ResolvedSpec(Maker<T, ?> maker, String path, String origin) {
    this.maker = maker;
    this.path = path;
    this.origin = origin;
  }

  /**
   * Returns a spec.
   *
   * @param path the place in the configuration, such as {@code objective.main.loss}
   * @param origin the file and line that chose the provider
   */
  public static <T, O extends Record> ResolvedSpec<T> of(
      Provider<T, O> provider, O options, String path, String origin) {
    return new ResolvedSpec<>(new Maker<>(provider, options), path, origin);
  }

  /** Returns the spec as what it is. */
  public static <T> ResolvedSpec<T> of(Spec<T> spec) {
    if (spec instanceof ResolvedSpec<T> resolved) {
      return resolved;
    }
    throw new IllegalArgumentException(
        "the spec of \"" + spec.provider() + "\" does not come from a configuration");
  }

  /** Makes the part. */
  public T create(Setup setup) {
    return maker.create(setup);
  }

  @Override
  public String provider() {
    return maker.provider.name();
  }

  /** Returns what makes the part. */
  public Provider<T, ?> providerInstance() {
    return maker.provider;
  }

  /** Returns the bound options. */
  public Record options() {
    return maker.options;
  }

  /** Returns the place in the configuration, such as {@code objective.main.loss}. */
  public String path() {
    return path;
  }

  /** Returns the file and line that chose the provider. */
  public String origin() {
    return origin;
  }

  @Override
  public String toString() {
    return path + " = " + provider() + " " + options();
  }

  private record Maker<T, O extends Record>(Provider<T, O> provider, O options) {
    T create(Setup setup) {
      return provider.create(options, setup);
    }
  }
}
