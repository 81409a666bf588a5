package io.dyad.graph.encoder;

import io.dyad.api.Encoder;
import io.dyad.api.EncoderProvider;
import io.dyad.api.Experimental;
import io.dyad.api.Setup;
import java.util.List;

/**
 * Offers {@code gcn}: graph convolutions {@code X' = activation(D^-1/2 (A + I) D^-1/2 X W + b)}
 * (Kipf and Welling 2017); A[t, s] is the weight of the edge from s to t, and D the weighted
 * in-degree plus 1. Parameters are {@code layers.0.weight} of shape (inputs, outputs), {@code
 * layers.0.bias} and so on, and {@code slope} for {@link Activation#PRELU}.
 */
@Experimental
public final class GcnProvider implements EncoderProvider<GcnOptions> {
  @Override
  public String name() {
    return "gcn";
  }

  @Override
  public String summary() {
    return "graph convolutions over the edges of a graph, self-loops added";
  }

  @Override
  public Class<GcnOptions> options() {
    return GcnOptions.class;
  }

  @Override
  public Encoder create(GcnOptions options, Setup setup) {
    List<Integer> widths = Widths.checked(options.widths(), setup);
    GraphInput input = GraphInput.of(name(), setup);
    Weights weights = new Weights(setup);
    long inputs = input.width();
    for (int layer = 0; layer < widths.size(); layer++) {
      int outputs = widths.get(layer);
      weights.matrix("layers." + layer + ".weight", inputs, outputs);
      if (options.bias()) {
        weights.constant("layers." + layer + ".bias", outputs, 0);
      }
      inputs = outputs;
    }
    Rectifier rectifier =
        Rectifier.of(options.activation(), options.activateLast(), widths, setup, weights);
    return new Gcn(
        setup.kernels().resource(GcnProvider.class, "graph-encoders"), input, weights, rectifier);
  }
}
