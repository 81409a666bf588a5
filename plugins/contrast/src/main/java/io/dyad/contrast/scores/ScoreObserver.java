package io.dyad.contrast.scores;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.contrast.views.AddressedRows;
import java.util.List;

/**
 * Adds score statistics to the value of a loss, as figures and as the distributions {@code
 * positive-scores} and {@code negative-scores}. It looks at the first contrast of a step and at no
 * more than some of its anchors, so that looking stays cheap.
 */
public final class ScoreObserver {
  private static final long ANCHORS = 256;

  /** In the order of the statistics. */
  private static final List<String> FIGURES =
      List.of(
          "negative-score-mean",
          "negative-score-variance",
          "positive-score-mean",
          "negative-exponential-mean",
          "positive-exponential-mean",
          "positive-score-variance");

  private final ScoreStatistics.Equation equation;

  /** Creates an observer. */
  public ScoreObserver(ScoreStatistics.Equation equation) {
    this.equation = equation;
  }

  /** Returns the value with what is seen of pairs with at least one contrast. */
  public LossValue observe(LossValue value, Encoded encoded, Pairs pairs) {
    Contrast contrast = pairs.contrasts().get(0);
    NDArray anchors = AddressedRows.stacked(encoded, contrast.anchors());
    long count = Math.min(ANCHORS, anchors.getShape().get(0));
    ScoreStatistics seen =
        equation.of(
            anchors.get(new NDIndex().addSliceDim(0, count)),
            AddressedRows.stacked(encoded, contrast.keys()),
            contrast.relation().block(0, count));
    LossValue observed = value;
    for (int i = 0; i < FIGURES.size(); i++) {
      observed = observed.observe(FIGURES.get(i), seen.means().get(i));
    }
    return observed
        .observe("positive-scores", seen.positives())
        .observe("negative-scores", seen.negatives());
  }
}
