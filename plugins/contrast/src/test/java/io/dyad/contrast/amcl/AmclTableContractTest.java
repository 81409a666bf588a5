package io.dyad.contrast.amcl;

/** The published form, with the two hardest negatives. */
class AmclTableContractTest extends AmclContractTest {
  @Override
  protected String options() {
    return "form = table, hardest = 2, beta = 0.1, temperature.hidden = 7";
  }
}
