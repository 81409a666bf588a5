package io.dyad.contrast.pairs;

/** Predictions against what the twin makes of the other view, without negatives. */
class CrossViewOfTheTwinContractTest extends CrossViewContractTest {
  @Override
  protected String options() {
    return "anchors = prediction, keys = projection, twin = true, negatives = false";
  }
}
