package io.dyad.api;

/**
 * The pattern of pairs inside a batch, said in three words instead of an N x N array.
 *
 * <p>Anchors and keys are lists of aligned views: row i of each shows sample i. For anchor row i of
 * one view, row i of another view is its <em>partner</em> (a positive pair), the row itself is
 * ignored, and all other rows are negatives if they are in the denominator.
 *
 * @since 0.1
 */
@Stable
public final class Structure {
  private final boolean sameView;
  private final boolean crossView;
  private final boolean partnerInDenominator;

  private Structure(boolean sameView, boolean crossView, boolean partnerInDenominator) {
    this.sameView = sameView;
    this.crossView = crossView;
    this.partnerInDenominator = partnerInDenominator;
  }

  /**
   * Returns a structure.
   *
   * @param sameView whether other samples of the anchor's own view are negatives
   * @param crossView whether other samples of other views are negatives
   * @param partnerInDenominator whether the positive pair counts in the denominator
   */
  public static Structure of(boolean sameView, boolean crossView, boolean partnerInDenominator) {
    return new Structure(sameView, crossView, partnerInDenominator);
  }

  /** Returns whether other samples of the anchor's own view are negatives. */
  public boolean sameView() {
    return sameView;
  }

  /** Returns whether other samples of other views are negatives. */
  public boolean crossView() {
    return crossView;
  }

  /** Returns whether the positive pair counts in the denominator. */
  public boolean partnerInDenominator() {
    return partnerInDenominator;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Structure that
        && sameView == that.sameView
        && crossView == that.crossView
        && partnerInDenominator == that.partnerInDenominator;
  }

  @Override
  public int hashCode() {
    return (sameView ? 4 : 0) + (crossView ? 2 : 0) + (partnerInDenominator ? 1 : 0);
  }

  @Override
  public String toString() {
    return "same-view "
        + sameView
        + ", cross-view "
        + crossView
        + ", partner in denominator "
        + partnerInDenominator;
  }
}
