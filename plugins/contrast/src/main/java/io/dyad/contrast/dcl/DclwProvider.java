package io.dyad.contrast.dcl;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;
import io.dyad.contrast.infonce.InfoNceOptions;
import io.dyad.contrast.infonce.InfoNceProvider;

/**
 * Offers {@code dclw}: for anchor a with the mean cosine m(a) of its positives and the energy E(a)
 * of its negatives alone, whatever the sampler says of positives in the denominator,
 *
 * <pre>
 * loss(a) = E(a) - w(a) m(a) / temperature,   w(a) = 2 - A exp(m(a) / sigma) / sum_b exp(m(b) / sigma)
 * </pre>
 *
 * averaged over the A anchors of a contrast, and over contrasts. The weights are constants of the
 * gradient. The loss is negative in healthy training. It observes {@code positive-weight}, the
 * weights of all anchors.
 */
@Stable
public final class DclwProvider implements LossProvider<DclwOptions> {
  @Override
  public String name() {
    return "dclw";
  }

  @Override
  public String summary() {
    return "contrastive loss without positives in the denominator, harder positives weigh more";
  }

  @Override
  public String source() {
    return "Yeh et al. 2022 (DCL), arXiv 2110.06848";
  }

  @Override
  public Class<DclwOptions> options() {
    return DclwOptions.class;
  }

  @Override
  public Loss create(DclwOptions options, Setup setup) {
    Loss decoupled =
        new InfoNceProvider().create(new InfoNceOptions(options.temperature(), true), setup);
    return new Dclw(decoupled, new PositiveWeights(setup.kernels(), options));
  }
}
