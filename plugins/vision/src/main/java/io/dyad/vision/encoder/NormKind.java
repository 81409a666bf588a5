package io.dyad.vision.encoder;

/** How activations are brought to mean 0 and variance 1. */
public enum NormKind {
  /** Each channel over the batch, and in evaluation by its running statistics (Ioffe 2015). */
  BATCH,
  /** Groups of channels of each sample by itself (Wu 2018); keeps no statistics. */
  GROUP
}
