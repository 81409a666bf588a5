package io.dyad.contrast.classification;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.ConfigurationException;
import io.dyad.api.DataException;
import io.dyad.api.Encoded;
import io.dyad.api.Kernel;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.Targets;
import io.dyad.toolkit.kernel.Scalars;
import java.util.List;

/** The mean over the anchors of the pairs, each address once. */
final class Classification implements Loss {
  private final ClassificationOptions options;
  private final String name;
  private final Kernel kernel;

  Classification(ClassificationOptions options, String name, Kernel kernel) {
    this.options = options;
    this.name = name;
    this.kernel = kernel;
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING.target(options.target());
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    List<Rows> addresses =
        pairs.contrasts().stream()
            .flatMap(contrast -> contrast.anchors().stream())
            .distinct()
            .toList();
    if (addresses.isEmpty()) {
      throw new ConfigurationException(
          "classification needs anchors, but the pair sampler returned none");
    }
    NDList sums =
        addresses.stream()
            .map(address -> value(encoded, address))
            .reduce(
                (one, other) ->
                    new NDList(one.get(0).add(other.get(0)), one.get(1).add(other.get(1))))
            .orElseThrow();
    NDArray count = Scalars.of(sums.head(), addresses.size());
    return LossValue.of(sums.get(0).div(count)).observe("accuracy", sums.get(1).div(count));
  }

  private NDList value(Encoded encoded, Rows address) {
    NDArray scores = encoded.get(address);
    NDArray labels = labels(encoded, address);
    if (!labels.getDevice().isGpu()) {
      refuseUnknownClasses(address, scores, labels);
    }
    return kernel.call("cross_entropy", scores, labels, options.labelSmoothing());
  }

  private NDArray labels(Encoded encoded, Rows address) {
    Targets own =
        address.view().isEmpty() ? Targets.NONE : encoded.views().get(address.view()).targets();
    NDArray labels =
        own.find(options.target()).orElseGet(() -> encoded.batch().targets().get(options.target()));
    return address.index().map(index -> labels.get(index)).orElse(labels);
  }

  /** On a GPU this would make each step wait, and the engine has a check of its own. */
  private void refuseUnknownClasses(Rows address, NDArray scores, NDArray labels) {
    long classes = scores.getShape().get(1);
    long largest = labels.max().getLong();
    if (largest >= classes) {
      throw new DataException(
          "%s: classification has %d columns in %s, but a %s is %d; the output needs at least %d"
              .formatted(name, classes, address, options.target(), largest, largest + 1));
    }
  }
}
