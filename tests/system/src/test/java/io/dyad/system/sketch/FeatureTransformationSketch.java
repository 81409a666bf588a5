package io.dyad.system.sketch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Contrast;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.api.Spec;
import io.dyad.api.StepContext;

/**
 * Feature transformation: a wrapper that pushes the positive pair apart and mixes the queue before
 * an inner loss sees them, with draws of its own and figures of the scores.
 */
final class FeatureTransformationSketch {
  private FeatureTransformationSketch() {}

  record Options(
      @Doc("the loss that sees the transformed rows") Spec<Loss> base,
      @Doc("shape of the Beta draw that extrapolates positives") @Default("2") double extrapolation,
      @Doc("shape of the Beta draw that interpolates negatives") @Default("1.6") double mixing,
      @Doc("first epoch of the transformation") @Default("0") long fromEpoch) {}

  /** Expects one contrast: the query against its key (of the twin), then a bank. */
  static final class Transformed implements Loss {
    private final Loss base;
    private final double extrapolation;
    private final double mixing;
    private final long fromEpoch;

    Transformed(Options options, Setup setup) {
      this(
          setup.create(options.base(), "base"),
          options.extrapolation(),
          options.mixing(),
          options.fromEpoch());
    }

    Transformed(Loss base, double extrapolation, double mixing, long fromEpoch) {
      this.base = base;
      this.extrapolation = extrapolation;
      this.mixing = mixing;
      this.fromEpoch = fromEpoch;
    }

    @Override
    public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
      if (context.progress().epoch() < fromEpoch) {
        return base.evaluate(encoded, pairs, context);
      }
      Contrast contrast = pairs.contrasts().get(0);
      Rows queryRows = contrast.anchors().get(0);
      Rows keyRows = contrast.keys().get(0);
      Rows bankRows = contrast.keys().get(1);
      NDArray query = encoded.get(queryRows);
      NDArray key = encoded.get(keyRows).stopGradient();
      NDArray bank = encoded.get(bankRows);

      Shape scalar = new Shape(1);
      NDArray push =
          context.draws().beta("positive-lambda", extrapolation, extrapolation, scalar).add(1);
      NDArray mix = context.draws().beta("negative-lambda", mixing, mixing, scalar);
      NDArray shuffled = bank.get(context.draws().permutation("shuffle", bank.size(0)));
      NDArray harderQuery = blend(query, key, push);
      NDArray harderKey = blend(key, query, push);

      LossValue value =
          base.evaluate(
              encoded
                  .with(queryRows, harderQuery)
                  .with(keyRows, harderKey)
                  .with(bankRows, blend(bank, shuffled, mix)),
              pairs,
              context);
      NDArray positive = harderQuery.mul(harderKey).sum(new int[] {1}).mean();
      return value.observe("positive-score", positive);
    }

    private static NDArray blend(NDArray first, NDArray second, NDArray share) {
      return first.mul(share).add(second.mul(share.neg().add(1)));
    }
  }
}
