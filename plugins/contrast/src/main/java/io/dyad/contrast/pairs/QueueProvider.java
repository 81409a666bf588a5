package io.dyad.contrast.pairs;

import io.dyad.api.PairSampler;
import io.dyad.api.PairSamplerProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/** Offers {@code queue}. */
@Stable
public final class QueueProvider implements PairSamplerProvider<QueueOptions> {
  @Override
  public String name() {
    return "queue";
  }

  @Override
  public String summary() {
    return "the other view of a sample is the positive, the rows of a bank are the negatives";
  }

  @Override
  public String source() {
    return "He et al. 2020 (MoCo)";
  }

  @Override
  public Class<QueueOptions> options() {
    return QueueOptions.class;
  }

  @Override
  public PairSampler create(QueueOptions options, Setup setup) {
    return new QueueSampler(options, setup.name());
  }
}
