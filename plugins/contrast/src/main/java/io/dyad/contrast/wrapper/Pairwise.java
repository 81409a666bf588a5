package io.dyad.contrast.wrapper;

import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.StepContext;
import io.dyad.contrast.views.Contrasts;
import io.dyad.contrast.views.MeanLoss;
import java.util.ArrayList;
import java.util.List;

/** Gives the inner loss one pair of views at a time and averages. */
final class Pairwise implements Loss {
  private final Loss inner;

  Pairwise(Loss inner) {
    this.inner = inner;
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING.views(2);
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    List<LossValue> values = new ArrayList<>();
    for (Contrast contrast : Contrasts.of("pairwise", pairs)) {
      for (Contrast two : divided(contrast, encoded, context)) {
        values.add(inner.evaluate(encoded, Pairs.of(two), context));
      }
    }
    if (values.isEmpty()) {
      throw new ConfigurationException(
          "pairwise needs two views, but the pairs name one; set views.count = 2 and pairs = in-batch");
    }
    return MeanLoss.of(values);
  }

  /** Views against themselves make unordered pairs, each in both roles; others stay in theirs. */
  private static List<Contrast> divided(Contrast contrast, Encoded encoded, StepContext context) {
    int anchors = contrast.anchors().size();
    int keys = contrast.keys().size();
    List<Contrast> parts = new ArrayList<>();
    if (contrast.anchors().equals(contrast.keys())) {
      for (int i = 0; i < anchors; i++) {
        for (int j = i + 1; j < anchors; j++) {
          List<Integer> both = List.of(i, j);
          parts.add(PartOfContrast.of(contrast, both, both, encoded, context));
        }
      }
    } else {
      for (int i = 0; i < anchors; i++) {
        for (int j = 0; j < keys; j++) {
          parts.add(PartOfContrast.of(contrast, List.of(i), List.of(j), encoded, context));
        }
      }
    }
    return parts;
  }
}
