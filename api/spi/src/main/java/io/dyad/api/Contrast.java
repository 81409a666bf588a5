package io.dyad.api;

import java.util.List;

/**
 * One set of anchors against one set of keys.
 *
 * @since 0.1
 */
@Stable
public final class Contrast {
  private final List<Rows> anchors;
  private final List<Rows> keys;
  private final Relation relation;

  private Contrast(List<Rows> anchors, List<Rows> keys, Relation relation) {
    this.anchors = anchors;
    this.keys = keys;
    this.relation = relation;
  }

  /**
   * Returns a contrast.
   *
   * @param anchors stacked in order
   * @param keys stacked in order
   * @param relation of the stacked rows
   */
  public static Contrast of(List<Rows> anchors, List<Rows> keys, Relation relation) {
    return new Contrast(List.copyOf(anchors), List.copyOf(keys), relation);
  }

  /** Returns the anchors. */
  public List<Rows> anchors() {
    return anchors;
  }

  /** Returns the keys. */
  public List<Rows> keys() {
    return keys;
  }

  /** Returns the relation of the stacked rows. */
  public Relation relation() {
    return relation;
  }
}
