package io.dyad.contrast.infonce;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.Structure;
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
        pairs.contrasts().stream()
            .map(contrast -> value(encoded, contrast))
            .reduce(NDArray::add)
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        "info-nce needs at least one contrast, but the pair sampler returned none"));
    return LossValue.of(sum.mul(Scalars.of(sum, factor / pairs.contrasts().size())));
  }

  private NDArray value(Encoded encoded, Contrast contrast) {
    NDList anchors = rows(encoded, contrast.anchors());
    NDList keys = rows(encoded, contrast.keys());
    Optional<Structure> structure = contrast.relation().structure();
    if (structure.isEmpty()) {
      return equation.weighted(stacked(anchors), stacked(keys), contrast.relation());
    }
    return equation.structured(
        anchors,
        keys,
        numbers(contrast.anchors(), contrast.keys()),
        numbers(contrast.keys(), contrast.keys()),
        contrast.anchors().equals(contrast.keys()),
        structure.get());
  }

  private static NDList rows(Encoded encoded, List<Rows> addresses) {
    return new NDList(addresses.stream().map(each -> row(encoded, each)).toList());
  }

  private static NDArray row(Encoded encoded, Rows address) {
    NDArray rows = encoded.get(address);
    return address.isTarget() || !address.bank().isEmpty() ? rows.stopGradient() : rows;
  }

  /** DJL's concatenation of a single array is a copy without its gradient. */
  private static NDArray stacked(NDList rows) {
    return rows.size() == 1 ? rows.head() : NDArrays.concat(rows, 0);
  }

  /** Views are told apart by their place among the keys; a view that is no key is -1. */
  private static long[] numbers(List<Rows> addresses, List<Rows> keys) {
    return addresses.stream().mapToLong(keys::indexOf).toArray();
  }
}
