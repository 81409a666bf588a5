package io.dyad.runtime.training;

import io.dyad.api.Procedure;
import io.dyad.api.ProcedureProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code alternating}.
 *
 * @since 0.1
 */
@Stable
public final class AlternatingProvider implements ProcedureProvider<AlternatingOptions> {
  @Override
  public String name() {
    return "alternating";
  }

  @Override
  public String summary() {
    return "phases in turn on every batch, each with terms, parameters and an optimiser of its own";
  }

  @Override
  public Class<AlternatingOptions> options() {
    return AlternatingOptions.class;
  }

  @Override
  public Procedure create(AlternatingOptions options, Setup setup) {
    return new Alternating(options);
  }
}
