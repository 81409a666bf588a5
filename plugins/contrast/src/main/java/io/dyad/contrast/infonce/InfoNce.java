package io.dyad.contrast.infonce;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.Structure;
import io.dyad.contrast.views.AddressedRows;
import io.dyad.contrast.views.Contrasts;
import io.dyad.toolkit.kernel.Concatenation;
import io.dyad.toolkit.kernel.Scalars;
import java.util.List;
import java.util.Optional;

/**
 * Applies the equation to each contrast of the pairs and averages. Rows of a twin or a bank get no
 * gradient.
 */
final class InfoNce implements Loss {
  private final InfoNceEquation equation;
  private final double factor;

  InfoNce(InfoNceEquation equation, double factor) {
    this.equation = equation;
    this.factor = factor;
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    NDArray sum =
        Contrasts.of("info-nce", pairs).stream()
            .map(contrast -> value(encoded, contrast))
            .reduce(NDArray::add)
            .orElseThrow();
    return LossValue.of(sum.mul(Scalars.of(sum, factor / pairs.contrasts().size())));
  }

  private NDArray value(Encoded encoded, Contrast contrast) {
    NDList anchors = AddressedRows.stopped(encoded, contrast.anchors());
    NDList keys = AddressedRows.stopped(encoded, contrast.keys());
    Optional<Structure> structure = contrast.relation().structure();
    if (structure.isEmpty()) {
      return equation.weighted(
          Concatenation.of(anchors, 0), Concatenation.of(keys, 0), contrast.relation());
    }
    return equation.structured(
        anchors,
        keys,
        numbers(contrast.anchors(), contrast.keys()),
        numbers(contrast.keys(), contrast.keys()),
        contrast.anchors().equals(contrast.keys()),
        structure.get());
  }

  /** Views are told apart by their place among the keys; a view that is no key is -1. */
  private static long[] numbers(List<Rows> addresses, List<Rows> keys) {
    return addresses.stream().mapToLong(keys::indexOf).toArray();
  }
}
