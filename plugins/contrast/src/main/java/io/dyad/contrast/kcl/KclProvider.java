package io.dyad.contrast.kcl;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/** Offers {@code kcl}. */
@Stable
public final class KclProvider implements LossProvider<KclOptions> {
  @Override
  public String name() {
    return "kcl";
  }

  @Override
  public String summary() {
    return "kernel energies keep the samples of a view apart, partners attract";
  }

  @Override
  public String source() {
    return "arXiv 2405.18045 (KCL)";
  }

  @Override
  public Class<KclOptions> options() {
    return KclOptions.class;
  }

  @Override
  public Loss create(KclOptions options, Setup setup) {
    return new Kcl(options, setup.kernels().resource(Kcl.class, "kcl"));
  }
}
