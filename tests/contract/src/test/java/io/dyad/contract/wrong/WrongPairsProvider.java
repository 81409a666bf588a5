package io.dyad.contract.wrong;

import io.dyad.api.PairSampler;
import io.dyad.api.PairSamplerProvider;
import io.dyad.api.Setup;

/** Makes the sampler with the mistake whose turn it is. */
public final class WrongPairsProvider
    implements PairSamplerProvider<NoOptions>, OneThingWrong<PairSampler> {
  @Override
  public String name() {
    return "wrong-pairs";
  }

  @Override
  public PairSampler create(NoOptions options, Setup setup) {
    return WrongPairsContract.subject.make();
  }
}
