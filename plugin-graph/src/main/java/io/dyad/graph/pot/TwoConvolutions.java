package io.dyad.graph.pot;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Network;
import io.dyad.api.NumericException;
import io.dyad.graph.encoder.Activation;
import io.dyad.graph.encoder.GraphConvolutions;
import io.dyad.toolkit.view.GraphView;
import java.util.Locale;
import java.util.Set;

/** The encoders that bounds can be followed through. */
record TwoConvolutions(GraphConvolutions encoder, String part) {
  private static final Set<Activation> BOUNDED = Set.of(Activation.RELU, Activation.PRELU);

  /**
   * Returns the encoder of a network.
   *
   * @param part who asks, for messages
   * @throws ConfigurationException if it is not two graph convolutions with ReLU or PReLU
   */
  static TwoConvolutions of(Network network, String part) {
    String wanted = part + " follows bounds through an encoder of two graph convolutions";
    GraphConvolutions encoder =
        network
            .as(GraphConvolutions.class)
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        "%s, but that of the network \"%s\" is none; set encoder { use = gcn }"
                            .formatted(wanted, network.name())));
    if (encoder.layers() != 2) {
      throw new ConfigurationException(
          "%s, but there are %d; give gcn two widths".formatted(wanted, encoder.layers()));
    }
    if (!BOUNDED.contains(encoder.activation()) || !encoder.activatesLast()) {
      throw new ConfigurationException(
          "%s, each followed by relu or prelu, but there is %s%s; set the encoder's activation and activate-last = true"
              .formatted(
                  wanted,
                  encoder.activation().toString().toLowerCase(Locale.ROOT),
                  encoder.activatesLast() ? "" : ", and not after the second"));
    }
    return new TwoConvolutions(encoder, part);
  }

  /**
   * Returns the layers on a graph.
   *
   * @throws NumericException if the activation is not convex any more
   */
  CleanLayers on(GraphView clean) {
    double slope = encoder.slope();
    if (!(slope >= 0 && slope <= 1)) {
      throw new NumericException(
          "%s encloses prelu between lines, which takes a slope from 0 to 1, but training made it %s; set the encoder's activation = relu"
              .formatted(part, slope));
    }
    NDArray mapped = clean.features().matMul(encoder.weight(0));
    NDArray first = bias(0, mapped);
    NDArray second = encoder.weight(1);
    NDArray hidden = encoder.activate(encoder.propagate(mapped, clean).add(first)).matMul(second);
    return new CleanLayers(mapped, hidden, second, first, bias(1, hidden), slope);
  }

  private NDArray bias(int layer, NDArray rows) {
    return encoder
        .bias(layer)
        .orElseGet(
            () -> rows.getManager().zeros(new Shape(rows.getShape().get(1)), rows.getDataType()));
  }
}
