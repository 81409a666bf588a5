package io.dyad.contrast.pairs;

/** With the rows of the first view as the only anchors. */
class LabelsOfOneViewContractTest extends LabelsContractTest {
  @Override
  protected String options() {
    return "mode = one";
  }
}
