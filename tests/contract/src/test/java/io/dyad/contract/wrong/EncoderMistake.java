package io.dyad.contract.wrong;

import io.dyad.api.Encoder;
import io.dyad.api.Mode;
import io.dyad.api.Setup;
import io.dyad.contract.ProviderContract;

/** A wrong encoder, with what its author declares. */
interface EncoderMistake extends Mistake {
  Encoder make(Setup setup);

  default boolean runsInFloat64() {
    return true;
  }

  default boolean getsGradient(String parameter) {
    return true;
  }

  default boolean rowsAreIndependent(Mode mode) {
    return true;
  }

  default boolean isDeterministicInTraining() {
    return true;
  }

  @Override
  default String contract() {
    return "Encoder";
  }

  @Override
  default Class<? extends ProviderContract<?>> asSubject() {
    WrongEncoderContract.subject = this;
    return WrongEncoderContract.class;
  }
}
