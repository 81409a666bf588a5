package io.dyad.contrast.cacr;

import ai.djl.ndarray.NDArray;
import io.dyad.api.LossValue;

/** The two terms that all forms have. */
final class CacrTerms {
  private CacrTerms() {}

  static LossValue sum(NDArray attraction, NDArray repulsion) {
    return LossValue.of(attraction.add(repulsion))
        .term("attraction", attraction)
        .term("repulsion", repulsion);
  }
}
