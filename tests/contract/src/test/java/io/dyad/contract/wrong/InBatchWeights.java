package io.dyad.contract.wrong;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import io.dyad.api.Contrast;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.PairSampler;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.contract.harness.InBatchPairs;

/** A right sampler, to be made wrong: all views against all, by explicit weights. */
class InBatchWeights implements PairSampler {
  @Override
  public Pairs sample(Encoded encoded, StepContext context) {
    Contrast right =
        InBatchPairs.weights(encoded, Embeddings.PROJECTION, context).contrasts().get(0);
    long anchors = (long) right.anchors().size() * encoded.batch().size();
    Relation.Block all = right.relation().block(0, anchors);
    NDArray positive = positive(all.positive(), encoded, context);
    NDArray denominator = denominator(all.denominator(), encoded, context);
    return Pairs.of(
        Contrast.of(right.anchors(), right.keys(), relation(Relation.of(positive, denominator))));
  }

  /** Returns the positive weights; what comes in is right. */
  NDArray positive(NDArray weights, Encoded encoded, StepContext context) {
    return weights;
  }

  /** Returns the weights in the denominator; what comes in is right. */
  NDArray denominator(NDArray weights, Encoded encoded, StepContext context) {
    return weights;
  }

  /** Returns the relation; what comes in is right. */
  Relation relation(Relation weights) {
    return weights;
  }

  /** Returns the products of all rows with all. */
  static NDArray products(Encoded encoded) {
    NDList views = new NDList();
    encoded
        .views()
        .all()
        .forEach(view -> views.add(encoded.get(Rows.of(view.name(), Embeddings.PROJECTION))));
    NDArray rows = NDArrays.concat(views, 0);
    return rows.matMul(rows.transpose());
  }
}
