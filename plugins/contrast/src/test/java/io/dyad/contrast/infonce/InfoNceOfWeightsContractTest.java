package io.dyad.contrast.infonce;

import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Pairs;
import io.dyad.api.StepContext;
import io.dyad.contract.harness.InBatchPairs;

/** Over pairs that have explicit weights. */
class InfoNceOfWeightsContractTest extends InfoNceContractTest {
  @Override
  protected Pairs pairs(Encoded encoded, StepContext context) {
    return InBatchPairs.weights(encoded, Embeddings.PROJECTION, context);
  }
}
