package io.dyad.contrast.cacr;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Kernel;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.contrast.views.Contrasts;
import io.dyad.contrast.views.MeanLoss;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers the queries of each key view, applies the equation to them, and averages over keys. */
final class CacrMomentum implements Loss {
  private final CacrMomentumOptions options;
  private final Kernel kernel;

  CacrMomentum(CacrMomentumOptions options, Kernel kernel) {
    this.options = options;
    this.kernel = kernel;
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING.views(2).batch(2);
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    List<LossValue> values = new ArrayList<>();
    queries(pairs).forEach((key, queries) -> values.add(value(encoded, queries, key)));
    return MeanLoss.of(values);
  }

  private static Map<Rows, Set<Rows>> queries(Pairs pairs) {
    Map<Rows, Set<Rows>> queries = new LinkedHashMap<>();
    for (Contrast contrast : Contrasts.of("cacr-momentum", pairs)) {
      if (contrast.keys().size() != 1
          || contrast.keys().get(0).view().isEmpty()
          || contrast.anchors().contains(contrast.keys().get(0))) {
        throw new ConfigurationException(
            "cacr-momentum compares queries with the keys of another view, but the keys are %s; set pairs { use = cross-view, anchors = prediction, keys = projection, twin = true }"
                .formatted(contrast.keys()));
      }
      queries
          .computeIfAbsent(contrast.keys().get(0), key -> new LinkedHashSet<>())
          .addAll(contrast.anchors());
    }
    return queries;
  }

  private LossValue value(Encoded encoded, Set<Rows> queries, Rows key) {
    NDArray keys = encoded.get(key);
    NDList rows = new NDList(queries.stream().map(encoded::get).toList());
    if (rows.stream().anyMatch(each -> !each.getShape().equals(keys.getShape()))) {
      throw new ConfigurationException(
          "cacr-momentum compares queries and keys row by row, but %s has shape %s and %s others; give the outputs of pairs the same width"
              .formatted(key, keys.getShape(), queries));
    }
    boolean rbf = options.cost() == CacrCost.RBF;
    NDList terms =
        kernel.call(
            "terms",
            rows,
            keys,
            options.temperature(),
            rbf,
            !rbf && options.reduction() == CacrReduction.AS_RELEASED);
    return CacrTerms.sum(terms.get(0), terms.get(1));
  }
}
