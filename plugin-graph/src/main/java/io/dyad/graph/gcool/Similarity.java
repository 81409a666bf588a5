package io.dyad.graph.gcool;

/** How alike a row and a point are. */
public enum Similarity {
  /** exp(row . point / temperature). */
  COSINE,
  /** exp(- squared distance / temperature squared). */
  RBF
}
