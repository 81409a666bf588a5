package io.dyad.runtime.experiment;

/** What turns gradients into steps. */
public enum Algorithm {
  /** Stochastic gradient descent with momentum. */
  SGD,
  /** Adam with decoupled weight decay. */
  ADAMW,
  /** Adam whose weight decay is added to the gradient. */
  ADAM,
  /** Layer-wise adaptive rates on top of SGD. */
  LARS,
  /** The same with the norms of gradient and decay taken apart. */
  LARC
}
