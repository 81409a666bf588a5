package io.dyad.contrast.pairs;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Contrast;
import io.dyad.api.DataException;
import io.dyad.api.Encoded;
import io.dyad.api.Needs;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.TaggedView;
import java.util.List;

/** One contrast of the rows of all views, related by their labels. */
final class LabelsSampler implements PairSampler {
  private final LabelsOptions options;
  private final String name;

  LabelsSampler(LabelsOptions options, String name) {
    this.options = options;
    this.name = name;
  }

  @Override
  public Needs needs() {
    return ViewPairs.outputs(options.output()).batch(2).target(options.target());
  }

  @Override
  public Pairs sample(Encoded encoded, StepContext context) {
    List<TaggedView> views = encoded.views().all();
    List<Rows> keys = views.stream().map(view -> Rows.of(view.name(), options.output())).toList();
    List<Rows> anchors = options.mode() == AnchorViews.ONE ? keys.subList(0, 1) : keys;
    NDArray labels =
        NDArrays.concat(
            new NDList(views.stream().map(view -> labels(view, encoded, context)).toList()), 0);
    return Pairs.of(Contrast.of(anchors, keys, new LabelRelation(labels, context.manager())));
  }

  /** Returns the labels of a view, where each unknown one is a label of its own. */
  private NDArray labels(TaggedView view, Encoded encoded, StepContext context) {
    NDArray labels =
        view.targets()
            .find(options.target())
            .orElseGet(() -> encoded.batch().targets().get(options.target()));
    long samples = ViewPairs.samples(encoded);
    if (!labels.getShape().equals(new Shape(samples))) {
      throw new DataException(
          "%s: labels needs one %s for each of the %d samples of %s, but their shape is %s"
              .formatted(name, options.target(), samples, view.name(), labels.getShape()));
    }
    NDArray own = context.manager().arange(-Math.toIntExact(samples), 0, 1, DataType.INT64);
    return NDArrays.where(
        labels.gte(labels.zerosLike()), labels.toType(DataType.INT64, false), own);
  }
}
