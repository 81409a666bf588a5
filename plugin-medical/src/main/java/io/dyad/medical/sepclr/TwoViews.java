package io.dyad.medical.sepclr;

import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;

/** The addresses of one output in two aligned views. */
record TwoViews(Rows first, Rows second) {
  /**
   * Returns the views of the only contrast.
   *
   * @throws ConfigurationException if there are other pairs
   */
  static TwoViews of(Pairs pairs, String loss) {
    if (pairs.contrasts().size() == 1) {
      Contrast contrast = pairs.contrasts().get(0);
      if (contrast.anchors().size() == 1 && contrast.keys().size() == 1) {
        return new TwoViews(contrast.anchors().get(0), contrast.keys().get(0));
      }
    }
    throw new ConfigurationException(
        loss
            + " compares two views of a sample: set pairs { use = cross-view, both-ways = false, negatives = false } and views.count = 2");
  }
}
