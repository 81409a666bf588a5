package io.dyad.system.trial;

import io.dyad.api.Bound;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Procedure;
import io.dyad.api.ProcedureProvider;
import io.dyad.api.Setup;

/** Offers {@code magnitude-pruning}. */
public final class MagnitudePruningProvider
    implements ProcedureProvider<MagnitudePruningProvider.Options> {
  /** Options. */
  public record Options(
      @Doc("rounds after the first") @Default("1") @Bound("[0, inf)") int rounds,
      @Doc("epochs of a round") @Default("1") @Bound("[1, inf)") long epochs,
      @Doc("share of the weights left that a round takes away") @Default("0.3") @Bound("(0, 1)")
          double fraction) {}

  @Override
  public String name() {
    return "magnitude-pruning";
  }

  @Override
  public String summary() {
    return "rounds of training from the same start, each with the smallest weights held at zero";
  }

  @Override
  public Class<Options> options() {
    return Options.class;
  }

  @Override
  public Procedure create(Options options, Setup setup) {
    return new MagnitudePruning(options, setup.manager().create(0L));
  }
}
