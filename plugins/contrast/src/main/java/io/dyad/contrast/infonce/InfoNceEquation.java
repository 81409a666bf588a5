package io.dyad.contrast.infonce;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.api.Relation;
import io.dyad.api.Structure;
import io.dyad.toolkit.kernel.Scalars;
import java.util.ArrayList;
import java.util.List;

/**
 * The equation, in nats. For anchor a with positive weights w, normalised to sum 1, and denominator
 * weights d over keys k, with similarities s divided by the temperature:
 *
 * <pre>
 * loss(a) = log sum_k d(a,k) exp s(a,k) - sum_k w(a,k) s(a,k)
 * </pre>
 *
 * averaged over all anchors. An anchor without positives counts as zero.
 */
final class InfoNceEquation {
  /** Bounds the memory of the weights; their sum over blocks does not depend on it. */
  private static final long BLOCK = 1024;

  private final Kernel kernel;
  private final InfoNceOptions options;

  InfoNceEquation(Kernels kernels, InfoNceOptions options) {
    kernel = kernels.resource(InfoNceEquation.class, "info-nce");
    this.options = options;
  }

  /**
   * Returns the loss of aligned views whose pairs follow a pattern.
   *
   * @param anchors one array a view, each of shape (N, D)
   * @param keys one array a view, each of shape (N, D)
   * @param anchorViews a number of the view of each of {@code anchors}
   * @param keyViews a number of the view of each of {@code keys}
   * @param mutual whether anchors and keys are the same arrays, which saves work
   * @return shape ()
   */
  NDArray structured(
      NDList anchors,
      NDList keys,
      long[] anchorViews,
      long[] keyViews,
      boolean mutual,
      Structure structure) {
    return kernel
        .call(
            "structured",
            anchors,
            keys,
            anchorViews,
            keyViews,
            mutual,
            options.temperature(),
            options.normalize(),
            structure.sameView(),
            structure.crossView(),
            structure.partnerInDenominator())
        .singletonOrThrow();
  }

  /**
   * Returns the loss of any relation.
   *
   * @param anchors shape (A, D)
   * @param keys shape (K, D)
   * @return shape ()
   */
  NDArray weighted(NDArray anchors, NDArray keys, Relation relation) {
    long count = anchors.getShape().get(0);
    List<NDArray> sums = new ArrayList<>();
    for (long from = 0; from < count; from += BLOCK) {
      long to = Math.min(count, from + BLOCK);
      Relation.Block block = relation.block(from, to);
      sums.add(
          kernel
              .call(
                  "weighted",
                  anchors,
                  keys,
                  block.positive(),
                  block.denominator(),
                  from,
                  options.temperature(),
                  options.normalize())
              .singletonOrThrow());
    }
    NDArray sum = sums.stream().reduce(NDArray::add).orElseThrow();
    return sum.div(Scalars.of(sum, count));
  }
}
