package io.dyad.contrast.pairs;

/** Both ways, with positives that count as numerators only. */
class QueueWithoutTwinContractTest extends QueueContractTest {
  @Override
  protected String options() {
    return "twin = false, both-ways = true, partner-in-denominator = false";
  }
}
