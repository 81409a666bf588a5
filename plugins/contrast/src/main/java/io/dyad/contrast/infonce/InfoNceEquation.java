package io.dyad.contrast.infonce;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.api.Relation;
import io.dyad.api.Structure;
import io.dyad.toolkit.kernel.Scalars;

/**
 * The equation, in nats. For anchor a with positive weights w, normalised to sum 1, and denominator
 * weights d over keys k, with similarities s divided by the temperature:
 *
 * <pre>
 * loss(a) = log sum_k d(a,k) exp s(a,k) - sum_k w(a,k) s(a,k)
 * </pre>
 *
 * averaged over all anchors. An anchor without positives counts as zero.
 *
 * <p>Beyond some pairs the similarities are made in strips of anchors and forgotten again, so that
 * memory grows with the rows and not with their square. The gradient is then taken at once and has
 * no gradient of its own: second derivatives end in an error of the engine.
 */
final class InfoNceEquation {
  /** A strip against 8,192 keys has 4 MB, which stays in the cache; 64 to 512 are as fast. */
  private static final int HEIGHT = 128;

  /** A GPU pays for each call instead of for memory out of its cache. */
  private static final int GPU_FACTOR = 16;

  private final Kernel kernel;
  private final InfoNceOptions options;
  private final int height;

  InfoNceEquation(Kernels kernels, InfoNceOptions options) {
    this(kernels, options, HEIGHT);
  }

  /** Makes strips of {@code height} anchors on the CPU, and of more on a GPU. */
  InfoNceEquation(Kernels kernels, InfoNceOptions options, int height) {
    kernel = kernels.resource(InfoNceEquation.class, "info-nce");
    this.options = options;
    this.height = height;
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
            structure.partnerInDenominator(),
            strip(anchors.head(), rows(anchors), rows(keys)))
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
    NDList units = kernel.call("units", anchors, keys, options.normalize());
    long count = anchors.getShape().get(0);
    long strip = strip(anchors, count, keys.getShape().get(0));
    NDArray sum =
        strip > 0 ? inStrips(units, count, relation, strip) : whole(units, count, relation);
    return sum.div(Scalars.of(sum, count));
  }

  private static long rows(NDList views) {
    return views.size() * views.head().getShape().get(0);
  }

  /** Returns how many anchors a strip has, or 0 where strips would not be faster. */
  private long strip(NDArray like, long anchors, long keys) {
    long strip = like.getDevice().isGpu() ? (long) GPU_FACTOR * height : height;
    return anchors * keys > 16 * strip * strip ? strip : 0;
  }

  private NDArray whole(NDList units, long count, Relation relation) {
    Relation.Block block = relation.block(0, count);
    return kernel
        .call(
            "weighted",
            units.get(0),
            units.get(1),
            block.positive(),
            block.denominator(),
            options.temperature())
        .singletonOrThrow();
  }

  private NDArray inStrips(NDList units, long count, Relation relation, long strip) {
    NDArray anchors = units.get(0);
    NDArray keys = units.get(1);
    NDList slopes = kernel.call("slopes", anchors, keys);
    NDArray sum = Scalars.of(anchors, 0);
    for (long from = 0; from < count; from += strip) {
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        Relation.Block block = relation.block(from, Math.min(count, from + strip));
        sum.addi(
            kernel
                .call(
                    "weighted_strip",
                    anchors,
                    keys,
                    block.positive(),
                    block.denominator(),
                    options.temperature(),
                    from,
                    slopes.get(0),
                    slopes.get(1))
                .singletonOrThrow());
      }
    }
    return kernel
        .call("carried", sum, anchors, keys, slopes.get(0), slopes.get(1))
        .singletonOrThrow();
  }
}
