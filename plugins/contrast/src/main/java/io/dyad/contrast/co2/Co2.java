package io.dyad.contrast.co2;

import ai.djl.ndarray.NDArray;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.StepContext;
import io.dyad.contrast.views.AddressedRows;
import io.dyad.toolkit.kernel.Concatenation;
import io.dyad.toolkit.kernel.Scalars;
import java.util.ArrayList;
import java.util.List;

/** Applies the equation to what the contrasts hold, and averages. */
final class Co2 implements Loss {
  private final Co2Equation equation;

  Co2(Co2Equation equation) {
    this.equation = equation;
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    List<NDArray> values = new ArrayList<>();
    for (MirroredViews views : MirroredViews.of(pairs.contrasts())) {
      values.add(
          equation.mirrored(
              AddressedRows.stopped(encoded, views.there().anchor()),
              AddressedRows.stopped(encoded, views.there().key()),
              AddressedRows.stopped(encoded, views.back().anchor()),
              AddressedRows.stopped(encoded, views.back().key())));
    }
    pairs.contrasts().stream()
        .filter(contrast -> contrast.relation().structure().isEmpty())
        .forEach(contrast -> values.add(queued(encoded, contrast)));
    NDArray sum =
        values.stream()
            .reduce(NDArray::add)
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        "co2 needs at least one contrast, but the pair sampler returned none"));
    return LossValue.of(sum.div(Scalars.of(sum, values.size())));
  }

  private NDArray queued(Encoded encoded, Contrast contrast) {
    if (contrast.keys().stream().allMatch(key -> key.bank().isEmpty())) {
      throw new ConfigurationException(
          "co2 compares views with each other or with a bank, and its pairs do neither; set pairs { use = cross-view } or { use = queue }");
    }
    return equation.related(
        Concatenation.of(AddressedRows.stopped(encoded, contrast.anchors()), 0),
        Concatenation.of(AddressedRows.stopped(encoded, contrast.keys()), 0),
        contrast.relation());
  }
}
