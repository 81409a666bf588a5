package io.dyad.contract.wrong;

import io.dyad.api.Mode;
import io.dyad.contract.EncoderContract;

/** The contract of the mistake whose turn it is. */
class WrongEncoderContract extends EncoderContract {
  static EncoderMistake subject = EncoderValueMistake.EXTRA_OUTPUT;

  @Override
  protected WrongEncoderProvider provider() {
    return new WrongEncoderProvider();
  }

  @Override
  protected boolean runsInFloat64() {
    return subject.runsInFloat64();
  }

  @Override
  protected boolean getsGradient(String parameter) {
    return subject.getsGradient(parameter);
  }

  @Override
  protected boolean rowsAreIndependent(Mode mode) {
    return subject.rowsAreIndependent(mode);
  }

  @Override
  protected boolean isDeterministicInTraining() {
    return subject.isDeterministicInTraining();
  }
}
