package io.dyad.graph.source;

/** What becomes of edges from a node to itself; encoders add loops of their own. */
public enum SelfLoops {
  /** They are left out. */
  DROP,
  /** They stay among the edges. */
  KEEP,
  /** They are mistakes. */
  REFUSE
}
