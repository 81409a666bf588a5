package io.dyad.contrast.hydra;

/** The other form of everything. */
class HydraOfLearnedScalesContractTest extends HydraContractTest {
  @Override
  protected String options() {
    return super.options()
        + """

        gating = gate-then-normalise, average = all-pairs, fuse = product
        learn-temperature = true, repulsion = 0.3, learn-repulsion = true, entropy-weight = 0.1
        """;
  }
}
