package io.dyad.contrast.pairs;

/** With another output and fewer negatives. */
class InBatchOfPredictionsContractTest extends InBatchContractTest {
  @Override
  protected String options() {
    return "output = prediction, same-view = false, partner-in-denominator = false";
  }
}
