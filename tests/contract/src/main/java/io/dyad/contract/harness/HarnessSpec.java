package io.dyad.contract.harness;

import io.dyad.api.Provider;
import io.dyad.api.Setup;
import io.dyad.api.Spec;

/** A nested part for a test: a provider with its options already bound. */
public final class HarnessSpec<T> implements Spec<T> {
  private final Bound<T, ?> bound;

  private record Bound<T, O extends Record>(Provider<? extends T, O> provider, O options) {
    T create(Setup setup) {
      return provider.create(options, setup);
    }
  }

  private HarnessSpec(Bound<T, ?> bound) {
    this.bound = bound;
  }

  /** Returns the part that {@code provider} makes of {@code options}. */
  public static <T, O extends Record> HarnessSpec<T> of(
      Provider<? extends T, O> provider, O options) {
    return new HarnessSpec<>(new Bound<>(provider, options));
  }

  @Override
  public String provider() {
    return bound.provider().name();
  }

  T create(Setup setup) {
    return bound.create(setup);
  }
}
