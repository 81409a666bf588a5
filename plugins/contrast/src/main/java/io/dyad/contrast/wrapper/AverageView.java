package io.dyad.contrast.wrapper;

import ai.djl.ndarray.NDList;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Kernel;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.Structure;
import io.dyad.contrast.views.AlignedViews;
import io.dyad.contrast.views.MeanLoss;
import java.util.ArrayList;
import java.util.List;

/** Gives the inner loss each view with the mean of the others as its partner, and averages. */
final class AverageView implements Loss {
  private final Loss inner;
  private final Kernel kernel;
  private final boolean normalize;

  AverageView(Loss inner, Kernel kernel, boolean normalize) {
    this.inner = inner;
    this.kernel = kernel;
    this.normalize = normalize;
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING.views(2);
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    return MeanLoss.over(
        "average-view", pairs, contrast -> value(encoded, contrast, pattern(contrast), context));
  }

  private static Structure pattern(Contrast contrast) {
    return contrast
        .relation()
        .structure()
        .filter(pattern -> contrast.anchors().equals(contrast.keys()))
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "average-view needs all views against all, in pairs that follow a pattern; set pairs { use = in-batch, joint = true }"));
  }

  private LossValue value(
      Encoded encoded, Contrast contrast, Structure pattern, StepContext context) {
    AlignedViews views = AlignedViews.of("average-view", encoded, contrast);
    int count = views.rows().size();
    long samples = views.rows().head().getShape().get(0);
    NDList made = kernel.call("averages", views.rows(), normalize);
    List<LossValue> values = new ArrayList<>();
    for (int view = 0; view < count; view++) {
      Rows address = views.addresses().get(view);
      List<Rows> two = List.of(address, Rows.values(made.get(count + view)));
      Relation relation = Relation.of(pattern, two, two, samples, context.manager());
      values.add(
          inner.evaluate(
              encoded.with(address, made.get(view)),
              Pairs.of(Contrast.of(two, two, relation)),
              context));
    }
    return MeanLoss.of(values);
  }
}
