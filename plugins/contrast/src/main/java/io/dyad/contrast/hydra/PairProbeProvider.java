package io.dyad.contrast.hydra;

import io.dyad.api.Evaluator;
import io.dyad.api.EvaluatorProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code class-pair-probe}: how well two classes are told apart, for listed pairs (such as
 * those that training never paired) and for all others.
 */
@Stable
public final class PairProbeProvider implements EvaluatorProvider<PairProbeOptions> {
  @Override
  public String name() {
    return "class-pair-probe";
  }

  @Override
  public String summary() {
    return "tells two classes apart by the nearer class mean, for listed pairs and for others";
  }

  @Override
  public Class<PairProbeOptions> options() {
    return PairProbeOptions.class;
  }

  @Override
  public Evaluator create(PairProbeOptions options, Setup setup) {
    return new PairProbe(
        setup.kernels().resource(PairProbe.class, "pair-probe"),
        options,
        ExcludedPairs.allowed(options.pairs(), options.classes(), setup.name()));
  }
}
