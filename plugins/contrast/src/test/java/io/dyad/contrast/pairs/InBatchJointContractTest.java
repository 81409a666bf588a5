package io.dyad.contrast.pairs;

/** All views in one contrast. */
class InBatchJointContractTest extends InBatchContractTest {
  @Override
  protected String options() {
    return "joint = true";
  }
}
