package io.dyad.contrast.cacr;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
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

/** Gathers the keys of each query view, applies the equation to them, and averages over queries. */
final class CacrQueue implements Loss {
  private final CacrQueueOptions options;
  private final Kernel kernel;

  CacrQueue(CacrQueueOptions options, Kernel kernel) {
    this.options = options;
    this.kernel = kernel;
  }

  /** One sample is enough where the queue has negatives. */
  @Override
  public Needs needs() {
    return Needs.NOTHING.views(2);
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    List<LossValue> values = new ArrayList<>();
    keys(pairs).forEach((query, keys) -> values.add(value(encoded, query, keys)));
    return MeanLoss.of(values);
  }

  private static Map<Rows, Set<Rows>> keys(Pairs pairs) {
    Map<Rows, Set<Rows>> keys = new LinkedHashMap<>();
    for (Contrast contrast : Contrasts.of("cacr-queue", pairs)) {
      for (Rows query : contrast.anchors()) {
        Set<Rows> own = keys.computeIfAbsent(query, each -> new LinkedHashSet<>());
        contrast.keys().stream().filter(key -> !key.equals(query)).forEach(own::add);
      }
    }
    return keys;
  }

  private LossValue value(Encoded encoded, Rows query, Set<Rows> keys) {
    NDArray rows = encoded.get(query);
    NDList positives = new NDList();
    NDList bank = new NDList();
    for (Rows key : keys) {
      (key.bank().isEmpty() ? positives : bank).add(encoded.get(key));
    }
    if (positives.isEmpty()
        || positives.stream().anyMatch(each -> !each.getShape().equals(rows.getShape()))) {
      throw new ConfigurationException(
          "cacr-queue needs keys of the same samples and width as %s, got %s; set pairs { use = queue }"
              .formatted(query, keys));
    }
    if (rows.getShape().get(0) == 1 && bank.stream().allMatch(each -> each.isEmpty())) {
      throw new ConfigurationException(
          "cacr-queue has no negatives for one sample while the queue is empty; set train.batch-size = 2 or more, or fill the bank at the start");
    }
    NDList terms =
        kernel.call(
            "terms", rows, positives, older(bank, rows), options.tPositive(), options.tNegative());
    return CacrTerms.sum(terms.get(0), terms.get(1));
  }

  private static NDArray older(NDList bank, NDArray rows) {
    return switch (bank.size()) {
      case 0 -> rows.getManager().create(new Shape(0, rows.getShape().get(1)), rows.getDataType());
      case 1 -> bank.head();
      default -> NDArrays.concat(bank, 0);
    };
  }
}
