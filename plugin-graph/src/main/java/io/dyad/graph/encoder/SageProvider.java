package io.dyad.graph.encoder;

import io.dyad.api.Encoder;
import io.dyad.api.EncoderProvider;
import io.dyad.api.Experimental;
import io.dyad.api.Setup;
import java.util.List;

/**
 * Offers {@code sage}: {@code X' = activation(X W_own + mean(neighbours of X) W_neighbours + b)}
 * (Hamilton et al. 2017, mean aggregator; all neighbours, none sampled). The mean of what leads to
 * a node is weighted by the edges, and zero where nothing does. Parameters are {@code
 * layers.0.own}, {@code layers.0.neighbours} of shape (inputs, outputs), {@code layers.0.bias} and
 * so on, and {@code slope} for {@link Activation#PRELU}.
 */
@Experimental
public final class SageProvider implements EncoderProvider<SageOptions> {
  @Override
  public String name() {
    return "sage";
  }

  @Override
  public String summary() {
    return "a node beside the mean of its neighbours, over the edges of a graph";
  }

  @Override
  public Class<SageOptions> options() {
    return SageOptions.class;
  }

  @Override
  public Encoder create(SageOptions options, Setup setup) {
    List<Integer> widths = Widths.checked(options.widths(), setup);
    GraphInput input = GraphInput.of(name(), setup);
    Weights weights = new Weights(setup);
    long inputs = input.width();
    for (int layer = 0; layer < widths.size(); layer++) {
      String name = "layers." + layer;
      int outputs = widths.get(layer);
      weights.matrix(name + ".own", inputs, outputs);
      weights.matrix(name + ".neighbours", inputs, outputs);
      if (options.bias()) {
        weights.constant(name + ".bias", outputs, 0);
      }
      inputs = outputs;
    }
    return new LayeredEncoder(
        setup.kernels().resource(SageProvider.class, "graph-encoders"),
        "sage",
        input,
        weights,
        Rectifier.of(options.activation(), options.activateLast(), widths, setup, weights),
        ".own",
        ".neighbours",
        ".bias");
  }
}
