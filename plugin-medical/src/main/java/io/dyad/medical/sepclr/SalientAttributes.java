package io.dyad.medical.sepclr;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Encoded;
import io.dyad.api.Kernel;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.toolkit.kernel.Scalars;
import java.util.List;
import java.util.Map;

/**
 * The supervised form of SepCLR's salient terms. For each attribute and the coordinate s that is to
 * carry it: half the alignment of targets of like attribute, half the alignment of background with
 * zero, plus the uniformity of s; the mean over attributes and over both views. The released code
 * has one view there.
 */
final class SalientAttributes implements Loss {
  /** Only equal values of a discrete attribute are alike. */
  private static final double DISCRETE = 1e-5;

  private final SalientAttributesOptions options;
  private final Kernel kernel;

  SalientAttributes(SalientAttributesOptions options, Kernel kernel) {
    this.options = options;
    this.kernel = kernel;
  }

  @Override
  public Needs needs() {
    Needs needs = Needs.NOTHING.views(2).batch(2).target(options.domain());
    for (String attribute : options.attributes().keySet()) {
      needs = needs.target(attribute);
    }
    return needs;
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    TwoViews views = TwoViews.of(pairs, "salient-attributes");
    NDArray isTarget = encoded.batch().targets().get(options.domain());
    LossValue value = LossValue.of(Scalars.of(encoded.get(views.first()), 0));
    for (Map.Entry<String, AttributeOptions> each : options.attributes().entrySet()) {
      NDArray attribute = encoded.batch().targets().get(each.getKey());
      NDArray term = Scalars.of(encoded.get(views.first()), 0);
      for (Rows view : List.of(views.first(), views.second())) {
        NDArray coordinate = coordinate(encoded.get(view), each.getKey(), each.getValue());
        term = term.add(of(coordinate, attribute, isTarget, each.getValue()));
      }
      NDArray mean = term.div(Scalars.of(term, 2.0 * options.attributes().size()));
      value = sum(value, each.getKey(), mean);
    }
    return value;
  }

  private static NDArray coordinate(NDArray rows, String attribute, AttributeOptions options) {
    long width = rows.getShape().get(1);
    if (options.coordinate() >= width) {
      throw new ConfigurationException(
          "attributes.%s.coordinate is %d, and the salient code has %d; they count from 0"
              .formatted(attribute, options.coordinate(), width));
    }
    return rows.get(new NDIndex(":, {}", options.coordinate()));
  }

  private NDArray of(
      NDArray coordinate, NDArray attribute, NDArray isTarget, AttributeOptions each) {
    double divisor = each.discrete() ? DISCRETE : 2 * each.attributeBandwidth();
    NDArray alignment = alignment(kernel, coordinate, attribute, isTarget, divisor);
    NDList others = kernel.call("coordinate_terms", coordinate, isTarget, each.bandwidth());
    NDArray half = Scalars.of(alignment, 0.5);
    return alignment.add(others.get(0)).mul(half).add(others.get(1));
  }

  /**
   * Returns the mean over pairs of targets i &lt; j of exp(-(a_i - a_j)^2 / divisor) (s_i - s_j)^2.
   *
   * @param coordinate s, shape (N)
   * @param attribute a, shape (N)
   * @param isTarget 1 or 0, shape (N)
   */
  static NDArray alignment(
      Kernel kernel, NDArray coordinate, NDArray attribute, NDArray isTarget, double divisor) {
    return kernel
        .call("attribute_alignment", coordinate, attribute, isTarget, divisor)
        .singletonOrThrow();
  }

  private static LossValue sum(LossValue before, String name, NDArray term) {
    LossValue after = LossValue.of(before.total().add(term));
    for (Map.Entry<String, NDArray> part : before.terms().entrySet()) {
      after = after.term(part.getKey(), part.getValue());
    }
    return after.term(name, term);
  }
}
