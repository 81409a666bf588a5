package io.dyad.contrast.bacon;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.DataException;
import io.dyad.api.Encoded;
import io.dyad.api.Needs;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import java.util.stream.Collectors;

/**
 * One contrast of the labelled samples and of the unlabelled ones that are kept. Who is kept is
 * decided in Java: a GPU is waited for once a step.
 */
final class SelfBalanced implements PairSampler {
  private final SelfBalancedOptions options;
  private final ChosenSamples samples;
  private final SelfBalance balance;
  private final String name;

  SelfBalanced(SelfBalancedOptions options, ChosenSamples samples, String name) {
    this.options = options;
    this.samples = samples;
    this.name = name;
    balance = new SelfBalance(options.alpha(), options.beta());
  }

  @Override
  public Needs needs() {
    return Outputs.of(options.output()).target(options.target());
  }

  @Override
  public Pairs sample(Encoded encoded, StepContext context) {
    NDArray labels = encoded.batch().targets().get(options.target());
    long asked = (long) options.firstEpoch() + options.epochsBefore();
    if (context.progress().epoch() < asked) {
      return Pairs.of(samples.labelled(encoded, labels, context));
    }
    NDList logits = logits(encoded);
    NDArray counts = counts(logits.head(), context);
    NDArray adjustment = samples.adjustment(counts, options.adjustmentPower());
    NDArray soft = samples.softLabels(logits, adjustment, options.temperature());
    long[] known = labels.toLongArray();
    double[] keep =
        balance.keepProbabilities(counts.toType(DataType.FLOAT64, false).toDoubleArray(), known);
    float[] draws =
        context
            .draws()
            .forSamples(encoded.batch().ids())
            .uniform("keep", new Shape(known.length))
            .toFloatArray();
    long[] chosen =
        balance.chosen(soft.toType(DataType.FLOAT64, false).toDoubleArray(), known, keep, draws);
    return Pairs.of(samples.agreeing(encoded, chosen, soft, context))
        .note("soft-label", soft)
        .note("logit-adjustment", adjustment)
        .note("keep-probability", context.manager().create(keep))
        .note("chosen", context.manager().create(chosen));
  }

  private NDList logits(Encoded encoded) {
    return encoded.views().all().stream()
        .map(view -> Rows.of(view.name(), options.logits()).network(options.classifier()))
        .map(encoded::get)
        .collect(Collectors.toCollection(NDList::new));
  }

  /** Returns counts of at least one sample a class. */
  private NDArray counts(NDArray logits, StepContext context) {
    Shape classes = logits.getShape().slice(1);
    NDArray counts =
        context
            .find(options.counts())
            .orElseGet(() -> context.manager().ones(classes, logits.getDataType()));
    if (!counts.getShape().equals(classes)) {
      throw new DataException(
          "%s: there are class counts of shape %s, but logits of shape %s a sample; set as many classes in both places"
              .formatted(name, counts.getShape(), classes));
    }
    return counts.toType(logits.getDataType(), false).maximum(1);
  }
}
