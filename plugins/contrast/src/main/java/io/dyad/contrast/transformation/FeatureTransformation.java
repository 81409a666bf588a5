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
import io.dyad.toolkit.kernel.Scalars;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Replaces the rows of each pair before the inner loss sees them; the bank itself stays plain. */
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
    Encoded transformed = transformed(encoded, pairs, context);
    LossValue value = loss.evaluate(transformed, pairs, context);
    return options.scores() ? observer.observe(value, transformed, pairs) : value;
  }

  private Encoded transformed(Encoded encoded, Pairs pairs, StepContext context) {
    Set<Rows> replaced = new HashSet<>();
    Encoded result = encoded;
    boolean active = context.progress().epoch() >= options.startEpoch();
    List<Contrast> contrasts = pairs.contrasts();
    for (int i = 0; i < contrasts.size(); i++) {
      Draws draws = i == 0 ? context.draws() : context.draws().at("contrast", i);
      Contrast contrast = contrasts.get(i);
      requireQueue(contrast);
      Rows anchor = contrast.anchors().get(0);
      Rows key = contrast.keys().get(0);
      if (!replaced.add(anchor) || !replaced.add(key)) {
        throw new ConfigurationException(
            "feature-transformation transforms rows once a step, but %s or %s is in two pairs; set views.count = 2, or pairs { use = queue, both-ways = false }"
                .formatted(anchor, key));
      }
      NDList positive =
          positive(unit(encoded.get(anchor)), unit(encoded.get(key).stopGradient()), active, draws);
      result = result.with(anchor, positive.get(0)).with(key, positive.get(1));
      Rows bank = contrast.keys().get(1);
      if (replaced.add(bank)) {
        result = result.with(bank, negative(unit(encoded.get(bank).stopGradient()), active, draws));
      }
    }
    return result;
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

  private NDList positive(NDArray anchors, NDArray keys, boolean active, Draws draws) {
    if (!active || options.positive() == PositiveMixing.NONE) {
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
  private NDArray negative(NDArray rows, boolean active, Draws draws) {
    long count = rows.getShape().get(0);
    if (!active || options.negative() == NegativeMixing.NONE || count < 2) {
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
