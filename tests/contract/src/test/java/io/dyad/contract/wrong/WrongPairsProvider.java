package io.dyad.contract.wrong;

import io.dyad.api.PairSampler;
import io.dyad.api.PairSamplerProvider;
import io.dyad.api.Setup;

/** Makes the sampler with the mistake whose turn it is. */
public final class WrongPairsProvider implements PairSamplerProvider<NoOptions> {
  @Override
  public String name() {
    return "wrong-pairs";
  }

  @Override
  public String summary() {
    return "does one thing wrong";
  }

  @Override
  public Class<NoOptions> options() {
    return NoOptions.class;
  }

  @Override
  public PairSampler create(NoOptions options, Setup setup) {
    return WrongPairsContract.subject.make();
  }
}
