package io.dyad.contrast.dcl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.api.Rows;
import java.util.List;

/** What the weights of positives add to a loss in which each weighs 1. */
final class PositiveWeights {
  private final Kernel kernel;
  private final DclwOptions options;

  PositiveWeights(Kernels kernels, DclwOptions options) {
    kernel = kernels.resource(PositiveWeights.class, "dclw");
    this.options = options;
  }

  /** Returns the difference of the loss, shape (), and the weight of each anchor, shape (A). */
  NDList of(Encoded encoded, Contrast contrast) {
    NDList anchors = rows(encoded, contrast.anchors());
    NDList keys = rows(encoded, contrast.keys());
    NDList matched =
        contrast.relation().structure().isPresent()
            ? kernel.call(
                "aligned",
                anchors,
                keys,
                contrast.anchors().stream().mapToLong(contrast.keys()::indexOf).toArray())
            : related(stacked(anchors), stacked(keys), contrast);
    return kernel.call(
        "weighed", matched.get(0), matched.get(1), options.sigma(), options.temperature());
  }

  private NDList related(NDArray anchors, NDArray keys, Contrast contrast) {
    NDArray positive = contrast.relation().block(0, anchors.getShape().get(0)).positive();
    return kernel.call("related", anchors, keys, positive);
  }

  private static NDList rows(Encoded encoded, List<Rows> addresses) {
    return new NDList(addresses.stream().map(each -> row(encoded, each)).toList());
  }

  private static NDArray row(Encoded encoded, Rows address) {
    NDArray rows = encoded.get(address);
    return address.isTarget() || !address.bank().isEmpty() ? rows.stopGradient() : rows;
  }

  /** DJL's concatenation of a single array is a copy without its gradient. */
  private static NDArray stacked(NDList rows) {
    return rows.size() == 1 ? rows.head() : NDArrays.concat(rows, 0);
  }
}
