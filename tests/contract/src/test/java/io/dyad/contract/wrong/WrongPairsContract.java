package io.dyad.contract.wrong;

import io.dyad.contract.PairSamplerContract;

/** The contract of the mistake whose turn it is. */
class WrongPairsContract extends PairSamplerContract {
  static PairsMistake subject = PairsContentMistake.WHOLE_NUMBERS;

  @Override
  protected WrongPairsProvider provider() {
    return new WrongPairsProvider();
  }

  @Override
  protected boolean ignoresTheRowItself() {
    return subject.ignoresTheRowItself();
  }
}
