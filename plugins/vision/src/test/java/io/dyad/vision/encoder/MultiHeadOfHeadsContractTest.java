package io.dyad.vision.encoder;

import ai.djl.ndarray.types.Shape;
import io.dyad.contract.EncoderContract;

/** A predictor of three heads on a projector of three heads. */
class MultiHeadOfHeadsContractTest extends EncoderContract {
  @Override
  protected MultiHeadProvider provider() {
    return new MultiHeadProvider();
  }

  @Override
  protected Shape sample(int width) {
    return new Shape(3, width);
  }

  @Override
  protected String options() {
    return "count = 3, head { use = mlp, widths = [5], batch-norm = false }";
  }
}
