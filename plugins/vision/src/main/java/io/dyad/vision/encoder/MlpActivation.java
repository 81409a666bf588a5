package io.dyad.vision.encoder;

/** What follows a layer of {@code mlp}, number by number; the kernel knows them by their order. */
public enum MlpActivation {
  /** The number, 0 below zero. */
  RELU,
  /** The number, exp(x) - 1 below zero. */
  ELU,
  /** The number times the chance that a standard normal one is smaller. */
  GELU,
  /** The hyperbolic tangent. */
  TANH
}
