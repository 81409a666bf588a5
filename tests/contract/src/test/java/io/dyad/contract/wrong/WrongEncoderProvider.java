package io.dyad.contract.wrong;

import io.dyad.api.Encoder;
import io.dyad.api.EncoderProvider;
import io.dyad.api.Setup;

/** Makes the encoder with the mistake whose turn it is. */
public final class WrongEncoderProvider
    implements EncoderProvider<NoOptions>, OneThingWrong<Encoder> {
  @Override
  public String name() {
    return "wrong-encoder";
  }

  @Override
  public Encoder create(NoOptions options, Setup setup) {
    return WrongEncoderContract.subject.make(setup);
  }
}
