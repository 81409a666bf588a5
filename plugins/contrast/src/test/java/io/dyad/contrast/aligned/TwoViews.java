package io.dyad.contrast.aligned;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Contrast;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.Structure;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import java.util.List;
import java.util.stream.IntStream;

/** Evaluates losses over the projections of views. */
public final class TwoViews {
  private TwoViews() {}

  /** Returns the loss of the first view against the second. */
  public static LossValue oneWay(Loss loss, Harness harness, NDArray first, NDArray second) {
    return loss.evaluate(
        FakeEncoded.projections(first, second),
        Pairs.of(contrast(harness, 1, 2)),
        harness.context());
  }

  /** Returns the loss of each view against each other. */
  public static LossValue bothWays(Loss loss, Harness harness, NDArray... views) {
    List<Contrast> contrasts =
        IntStream.rangeClosed(1, views.length)
            .boxed()
            .flatMap(
                i ->
                    IntStream.rangeClosed(1, views.length)
                        .filter(j -> j != i)
                        .mapToObj(j -> contrast(harness, i, j)))
            .toList();
    return loss.evaluate(FakeEncoded.projections(views), Pairs.of(contrasts), harness.context());
  }

  /** Returns the contrast of one view against another, of two samples. */
  public static Contrast contrast(Harness harness, int anchor, int key) {
    List<Rows> anchors = List.of(Rows.of("view-" + anchor, "projection"));
    List<Rows> keys = List.of(Rows.of("view-" + key, "projection"));
    Structure structure = Structure.of(false, true, true);
    return Contrast.of(anchors, keys, Relation.of(structure, anchors, keys, 2, harness.manager()));
  }
}
