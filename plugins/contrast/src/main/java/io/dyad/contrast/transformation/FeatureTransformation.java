package io.dyad.contrast.transformation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Draws;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.contrast.scores.ScoreObserver;
import io.dyad.contrast.views.Contrasts;
import io.dyad.toolkit.kernel.Scalars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Replaces the rows of each pair before the inner loss sees them; the bank itself stays plain. The
 * transformed key holds some of the anchor, so it becomes literal values: at the address of a twin
 * a loss would stop its gradient.
 */
final class FeatureTransformation implements Loss {
  private final Loss loss;
  private final PairMixing mixing;
  private final ScoreObserver observer;
  private final FeatureTransformationOptions options;

  FeatureTransformation(
      Loss loss, PairMixing mixing, ScoreObserver observer, FeatureTransformationOptions options) {
    this.loss = loss;
    this.mixing = mixing;
    this.observer = observer;
    this.options = options;
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    boolean active = context.progress().epoch() >= options.startEpoch();
    Map<Rows, Rows> banks = new HashMap<>();
    List<Contrast> transformed = new ArrayList<>();
    for (Contrast contrast : Contrasts.of("feature-transformation", pairs)) {
      requireQueue(contrast);
      int number = transformed.size();
      Draws draws = number == 0 ? context.draws() : context.draws().at("contrast", number);
      NDArray anchors = unit(encoded.get(contrast.anchors().get(0)));
      NDArray keys = unit(encoded.get(contrast.keys().get(0)).stopGradient());
      NDList positive = active ? positive(anchors, keys, draws) : new NDList(anchors, keys);
      Rows bank =
          banks.computeIfAbsent(
              contrast.keys().get(1),
              rows -> {
                NDArray plain = unit(encoded.get(rows).stopGradient());
                return Rows.values(active ? negative(plain, draws) : plain);
              });
      transformed.add(
          Contrast.of(
              List.of(Rows.values(positive.get(0))),
              List.of(Rows.values(positive.get(1)), bank),
              contrast.relation()));
    }
    Pairs mixed = Pairs.of(transformed);
    LossValue value = loss.evaluate(encoded, mixed, context);
    return options.scores() ? observer.observe(value, encoded, mixed) : value;
  }

  private static void requireQueue(Contrast contrast) {
    if (contrast.anchors().size() != 1
        || contrast.keys().size() != 2
        || contrast.keys().get(1).bank().isEmpty()) {
      throw new ConfigurationException(
          "feature-transformation needs pairs of one view with its key and a bank, but got anchors %s and keys %s; set pairs { use = queue }"
              .formatted(contrast.anchors(), contrast.keys()));
    }
  }

  private NDArray unit(NDArray rows) {
    return options.normalize() ? mixing.unit(rows) : rows;
  }

  private NDList positive(NDArray anchors, NDArray keys, Draws draws) {
    if (options.positive() == PositiveMixing.NONE) {
      return new NDList(anchors, keys);
    }
    Shape shape = options.dimensionMask().positives() ? anchors.getShape() : new Shape();
    NDArray share = share(draws, "positive-share", options.alphaPositive(), shape, anchors);
    return mixing.positive(
        anchors,
        keys,
        options.positive() == PositiveMixing.EXTRAPOLATE ? share.add(Scalars.of(share, 1)) : share);
  }

  /** A bank that has one row or none yet has nothing to be mixed with. */
  private NDArray negative(NDArray rows, Draws draws) {
    long count = rows.getShape().get(0);
    if (options.negative() == NegativeMixing.NONE || count < 2) {
      return rows;
    }
    Shape shape = options.dimensionMask().negatives() ? rows.getShape() : new Shape();
    return mixing.negative(
        rows,
        draws.permutation("negative-order", count),
        share(draws, "negative-share", options.alphaNegative(), shape, rows));
  }

  private static NDArray share(Draws draws, String name, double alpha, Shape shape, NDArray like) {
    return draws.beta(name, alpha, alpha, shape).toType(like.getDataType(), false);
  }
}
