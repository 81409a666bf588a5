package io.dyad.contrast.swav;

/** How scores of samples against prototypes become the codes that others predict. */
public enum Codes {
  /** Balanced over prototypes and samples by sweeps of optimal transport. */
  SINKHORN,
  /** Each sample by itself; a control, whose assignments may concentrate. */
  SOFTMAX
}
