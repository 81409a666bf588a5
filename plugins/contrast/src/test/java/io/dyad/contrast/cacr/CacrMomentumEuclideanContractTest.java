package io.dyad.contrast.cacr;

import io.dyad.api.Embeddings;
import io.dyad.api.Rows;

/** Weights are constants for the gradient of the queries, so that it is not that of the value. */
class CacrMomentumEuclideanContractTest extends CacrMomentumContractTest {
  @Override
  protected String options() {
    return "cost = euclidean, reduction = mean";
  }

  @Override
  protected boolean gradientIsWhole(String input) {
    return !input.equals(Rows.of("view-1", Embeddings.PROJECTION).toString());
  }
}
