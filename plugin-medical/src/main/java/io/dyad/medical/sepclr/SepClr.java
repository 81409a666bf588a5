package io.dyad.medical.sepclr;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Encoded;
import io.dyad.api.Kernel;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.toolkit.kernel.Scalars;

/**
 * Alignment and uniformity of a common code of unit length, the same of a salient code of targets
 * that is zero for background, and the joint entropy of both (section 3 of the paper; the released
 * code's single logarithm in the uniformity is followed).
 *
 * <p>Reads one contrast: two views of the common head, aligned. A term over targets is zero in a
 * batch without targets, and one over background in a batch without background, where the released
 * code has no number.
 */
final class SepClr implements Loss {
  private final SepClrOptions options;
  private final Kernel kernel;

  SepClr(SepClrOptions options, Kernel kernel) {
    this.options = options;
    this.kernel = kernel;
  }

  /** Uniformity is of pairs of rows. */
  @Override
  public Needs needs() {
    return Needs.NOTHING.views(2).batch(2).output(options.salient()).target(options.domain());
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    TwoViews views = TwoViews.of(pairs, "sepclr");
    NDList terms =
        kernel.call(
            "terms",
            encoded.get(views.first()),
            encoded.get(views.second()),
            encoded.get(salient(views.first())),
            encoded.get(salient(views.second())),
            encoded.batch().targets().get(options.domain()),
            options.bandwidth(),
            options.uniformityMultiplier());
    NDArray total =
        terms
            .get(0)
            .add(weighted(terms.get(1), options.salientWeight()))
            .add(weighted(terms.get(2), options.informationLessWeight()))
            .add(weighted(terms.get(3), options.jointEntropyWeight()));
    return LossValue.of(total)
        .term("common-term", terms.get(0))
        .term("salient-term", terms.get(1))
        .term("information-less-term", terms.get(2))
        .term("joint-entropy-term", terms.get(3));
  }

  private Rows salient(Rows common) {
    return Rows.of(common.view(), options.salient()).network(common.network());
  }

  private static NDArray weighted(NDArray term, double weight) {
    return term.mul(Scalars.of(term, weight));
  }
}
