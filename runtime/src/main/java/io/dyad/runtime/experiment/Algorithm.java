package io.dyad.runtime.experiment;

/** What turns gradients into steps. */
public enum Algorithm {
  /** Stochastic gradient descent with momentum. */
  SGD,
  /** Adam with decoupled weight decay. */
  ADAMW,
  /** Layer-wise adaptive rates on top of SGD. */
  LARS
}
