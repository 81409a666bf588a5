package io.dyad.contrast.amcl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.Parameters;
import io.dyad.api.StepContext;
import io.dyad.contrast.views.Contrasts;
import io.dyad.toolkit.kernel.Scalars;
import java.util.List;

/**
 * The mean of an equation over contrasts, times a factor, with the networks of temperatures.
 *
 * @param name of the provider, in messages
 * @param output of the main network that has the heads
 * @param least how many samples a batch must have
 * @param factor of the mean: 2 where a contrast is one direction of two
 */
record AdaptiveLoss(
    String name,
    String output,
    TemperatureNetworks networks,
    int least,
    double factor,
    Equation equation)
    implements Loss {

  /** What a contrast costs, and the share of saturated temperatures. */
  interface Equation {
    NDList of(Encoded encoded, Contrast contrast);
  }

  @Override
  public Parameters parameters() {
    return networks.parameters();
  }

  @Override
  public Needs needs() {
    Needs needs = Needs.NOTHING.batch(least);
    return output.equals(Embeddings.REPRESENTATION) ? needs : needs.output(output);
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    if (encoded.batch().size() < least) {
      throw new ConfigurationException(
          "%s needs batches of at least %d samples, but this one has %d"
              .formatted(name, least, encoded.batch().size()));
    }
    List<NDList> values =
        Contrasts.of(name, pairs).stream().map(contrast -> equation.of(encoded, contrast)).toList();
    NDArray total = sum(values, 0);
    NDArray saturated = sum(values, 1);
    return LossValue.of(total.mul(Scalars.of(total, factor / values.size())))
        .observe("saturated", saturated.div(Scalars.of(saturated, values.size())));
  }

  private static NDArray sum(List<NDList> values, int position) {
    return values.stream().map(value -> value.get(position)).reduce(NDArray::add).orElseThrow();
  }

  /**
   * Returns the rows of the one anchor and the one key of a contrast.
   *
   * @throws ConfigurationException if there are more, or they have other shapes
   */
  static NDList aligned(String name, Encoded encoded, Contrast contrast) {
    if (contrast.anchors().size() != 1
        || contrast.keys().size() != 1
        || contrast.anchors().equals(contrast.keys())) {
      throw new ConfigurationException(
          name + " compares one view with one other, row by row; set pairs { use = cross-view }");
    }
    NDArray first = encoded.get(contrast.anchors().get(0));
    NDArray second = encoded.get(contrast.keys().get(0));
    if (!first.getShape().equals(second.getShape())) {
      throw new ConfigurationException(
          "%s compares rows of equal shape, but %s has %s and %s has %s"
              .formatted(
                  name,
                  contrast.anchors().get(0),
                  first.getShape(),
                  contrast.keys().get(0),
                  second.getShape()));
    }
    return new NDList(first, second);
  }
}
