package io.dyad.contrast.hydra;

/** How two classes make one gate. */
public enum GateFusion {
  /** The gate of the mean of their embeddings. */
  MEAN,
  /** The product of their gates. */
  PRODUCT
}
