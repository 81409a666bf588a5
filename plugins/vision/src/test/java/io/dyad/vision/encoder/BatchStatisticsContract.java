package io.dyad.vision.encoder;

import io.dyad.api.Mode;
import io.dyad.contract.EncoderContract;

/** An encoder in which the rows of a batch see each other in training, by their statistics. */
abstract class BatchStatisticsContract extends EncoderContract {
  @Override
  protected boolean rowsAreIndependent(Mode mode) {
    return !mode.isTraining();
  }
}
