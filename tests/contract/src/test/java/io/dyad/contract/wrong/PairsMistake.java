package io.dyad.contract.wrong;

import io.dyad.api.PairSampler;
import io.dyad.contract.ProviderContract;

/** A wrong sampler, with what its author declares. */
interface PairsMistake extends Mistake {
  PairSampler make();

  default boolean ignoresTheRowItself() {
    return true;
  }

  @Override
  default String contract() {
    return "PairSampler";
  }

  @Override
  default Class<? extends ProviderContract<?>> asSubject() {
    WrongPairsContract.subject = this;
    return WrongPairsContract.class;
  }
}
