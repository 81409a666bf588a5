package ${package};

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.toolkit.kernel.Scalars;
import java.util.List;

/**
 * Alignment and uniformity (Wang and Isola 2020) over the pairs that a sampler names.
 *
 * <p>With unit rows a and k, squared distances d = |a - k|^2, weights p of positive pairs and n of
 * negative ones, the value is
 *
 * <pre>
 * sum(p d) / sum(p)  +  uniformity * log(sum(n exp(-sharpness d)) / sum(n))
 * </pre>
 *
 * averaged over the contrasts. It does not depend on the length of a row, nor on a rotation of all.
 */
final class ${type}Loss implements Loss {
  private final ${type}LossOptions options;

  ${type}Loss(${type}LossOptions options) {
    this.options = options;
  }

  /** One sample has no others to keep away from. */
  @Override
  public Needs needs() {
    return Needs.NOTHING.batch(2);
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    if (pairs.contrasts().isEmpty()) {
      throw new ConfigurationException(
          "the loss ${name} needs at least one contrast, but the pair sampler made none");
    }
    NDList alignments = new NDList();
    NDList uniformities = new NDList();
    for (Contrast contrast : pairs.contrasts()) {
      NDArray distances =
          squaredDistances(rows(encoded, contrast.anchors()), rows(encoded, contrast.keys()));
      Relation.Block weights = contrast.relation().block(0, distances.getShape().get(0));
      NDArray positive = weights.positive();
      NDArray negative = negative(weights);
      alignments.add(mean(distances, positive));
      uniformities.add(mean(potential(distances), negative).log());
    }
    NDArray alignment = NDArrays.stack(alignments).mean();
    NDArray uniformity = NDArrays.stack(uniformities).mean();
    NDArray weight = Scalars.of(uniformity, options.uniformity());
    return LossValue.of(alignment.add(uniformity.mul(weight)))
        .term("alignment", alignment)
        .term("uniformity", uniformity);
  }

  /** Stacks rows and scales each to unit length; DJL's concat of one array loses its gradient. */
  private static NDArray rows(Encoded encoded, List<Rows> addresses) {
    NDList arrays = new NDList(addresses.stream().map(encoded::get).toList());
    NDArray all = arrays.size() == 1 ? arrays.get(0) : NDArrays.concat(arrays, 0);
    return all.normalize(2, 1);
  }

  /** Returns |a - k|^2 = 2 - 2 a.k of unit rows, shape (anchors, keys). */
  private static NDArray squaredDistances(NDArray anchors, NDArray keys) {
    NDArray cosines = anchors.matMul(keys.transpose());
    NDArray two = Scalars.of(cosines, 2);
    return two.sub(cosines.mul(two));
  }

  private NDArray potential(NDArray distances) {
    return distances.mul(Scalars.of(distances, -options.sharpness())).exp();
  }

  /** What is in the denominator without being a positive. */
  private static NDArray negative(Relation.Block weights) {
    NDArray rest = weights.denominator().sub(weights.positive());
    return NDArrays.maximum(rest, rest.zerosLike());
  }

  private static NDArray mean(NDArray values, NDArray weights) {
    return values.mul(weights).sum().div(weights.sum());
  }
}
