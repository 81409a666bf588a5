package io.dyad.contrast.dcl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.contrast.views.AddressedRows;
import io.dyad.toolkit.kernel.Concatenation;

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
    NDList anchors = AddressedRows.stopped(encoded, contrast.anchors());
    NDList keys = AddressedRows.stopped(encoded, contrast.keys());
    NDList matched =
        contrast.relation().structure().isPresent()
            ? kernel.call(
                "aligned",
                anchors,
                keys,
                contrast.anchors().stream().mapToLong(contrast.keys()::indexOf).toArray())
            : related(Concatenation.of(anchors, 0), Concatenation.of(keys, 0), contrast);
    return kernel.call(
        "weighed", matched.get(0), matched.get(1), options.sigma(), options.temperature());
  }

  private NDList related(NDArray anchors, NDArray keys, Contrast contrast) {
    NDArray positive = contrast.relation().block(0, anchors.getShape().get(0)).positive();
    return kernel.call("related", anchors, keys, positive);
  }
}
