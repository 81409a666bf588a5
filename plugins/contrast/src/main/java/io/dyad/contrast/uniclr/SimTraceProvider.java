package io.dyad.contrast.uniclr;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/** Offers {@code sim-trace}. Mean and covariance count as constants: no gradient flows there. */
@Stable
public final class SimTraceProvider implements LossProvider<SimTraceOptions> {
  static final String NAME = "sim-trace";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "minus the mean product of partners that are whitened together; no negatives";
  }

  @Override
  public String source() {
    return "Li et al. 2022 (UniCLR), SimTrace";
  }

  @Override
  public Class<SimTraceOptions> options() {
    return SimTraceOptions.class;
  }

  @Override
  public Loss create(SimTraceOptions options, Setup setup) {
    WhitenedAffinity affinity = new WhitenedAffinity(setup.kernels());
    return new SimTrace(
        affinity,
        new Statistics(
            affinity, setup.manager(), options.statistics(), options.ridge(), options.retention()));
  }
}
