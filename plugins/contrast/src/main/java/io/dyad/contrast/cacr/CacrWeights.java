package io.dyad.contrast.cacr;

/** How the members of a group share the pull or the push. */
public enum CacrWeights {
  /** By a softmax over distances. */
  CONDITIONAL,
  /** Evenly, as an ablation. */
  UNIFORM
}
