package io.dyad.contrast.mvinfonce;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code mv-infonce}.
 *
 * <p>The released code counts negatives of the same view, the printed formula does not; {@code
 * form} chooses, and the code is the default. For two views the value is not that of {@code
 * info-nce}, which takes the logarithm for each view by itself.
 */
@Stable
public final class MvInfoNceProvider implements LossProvider<MvInfoNceOptions> {
  @Override
  public String name() {
    return "mv-infonce";
  }

  @Override
  public String summary() {
    return "one cross entropy a sample in which all pairs of its views are positives";
  }

  @Override
  public String source() {
    return "arXiv 2507.06979 (MV-InfoNCE)";
  }

  @Override
  public Class<MvInfoNceOptions> options() {
    return MvInfoNceOptions.class;
  }

  @Override
  public Loss create(MvInfoNceOptions options, Setup setup) {
    return new MvInfoNce(options, setup.kernels().resource(MvInfoNce.class, "mv-infonce"));
  }
}
