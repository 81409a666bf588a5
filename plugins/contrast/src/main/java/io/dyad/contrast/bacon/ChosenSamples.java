package io.dyad.contrast.bacon;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import java.util.List;
import java.util.stream.LongStream;

/** Contrasts of some samples of a batch in all views, and the weights of their pairs. */
final class ChosenSamples {
  private final Kernel kernel;
  private final String output;

  /** Creates contrasts of an output of the main network. */
  ChosenSamples(Kernels kernels, String output) {
    kernel = kernels.resource(ChosenSamples.class, "chosen-samples");
    this.output = output;
  }

  /** Returns the samples whose label is known, as positives those of one label. */
  Contrast labelled(Encoded encoded, NDArray labels, StepContext context) {
    long[] known = labels.toLongArray();
    long[] chosen = LongStream.range(0, known.length).filter(i -> known[(int) i] >= 0).toArray();
    if (chosen.length == 0) {
      return nothing(encoded, context);
    }
    NDArray positions = positions(chosen, context);
    return contrast(encoded, positions, kernel.call("alike", labels, positions).head());
  }

  /** Returns some samples, as positives all others by how much their soft labels agree. */
  Contrast agreeing(Encoded encoded, long[] chosen, NDArray soft, StepContext context) {
    if (chosen.length == 0) {
      return nothing(encoded, context);
    }
    NDArray positions = positions(chosen, context);
    return contrast(encoded, positions, kernel.call("alignment", soft, positions).head());
  }

  /** Returns what is taken from logits so that frequent classes do not win: log of count^power. */
  NDArray adjustment(NDArray counts, double power) {
    return kernel.call("adjustment", counts, power).head();
  }

  /** Returns the mean over views of adjusted predictions, shape (N, C), without a gradient. */
  NDArray softLabels(NDList logits, NDArray adjustment, double temperature) {
    return kernel.call("soft_labels", logits, adjustment, temperature).head();
  }

  private static NDArray positions(long[] chosen, StepContext context) {
    return context.manager().create(chosen).toDevice(context.device(), false);
  }

  private Contrast contrast(Encoded encoded, NDArray positions, NDArray weights) {
    List<Rows> views = views(encoded).stream().map(view -> view.at(positions)).toList();
    NDList pairs = kernel.call("weights", weights, views.size());
    return Contrast.of(views, views, Relation.of(pairs.get(0), pairs.get(1)));
  }

  /** Returns a contrast without positives, whose loss is zero. */
  private Contrast nothing(Encoded encoded, StepContext context) {
    List<Rows> views = views(encoded);
    long samples = encoded.batch().size();
    NDArray none = context.manager().zeros(new Shape(samples, samples), DataType.FLOAT32);
    NDList pairs = kernel.call("weights", none, views.size());
    return Contrast.of(views, views, Relation.of(pairs.get(0), pairs.get(1)));
  }

  private List<Rows> views(Encoded encoded) {
    return encoded.views().all().stream().map(view -> Rows.of(view.name(), output)).toList();
  }
}
