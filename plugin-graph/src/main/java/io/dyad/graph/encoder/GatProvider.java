package io.dyad.graph.encoder;

import io.dyad.api.Encoder;
import io.dyad.api.EncoderProvider;
import io.dyad.api.Experimental;
import io.dyad.api.Setup;
import java.util.List;

/**
 * Offers {@code gat}: attention along the edges, self-loops added (Velickovic et al. 2018). A head
 * gives edge (s, t) the score {@code leaky-relu(a_source . W x_s + a_target . W x_t)} with slope
 * 0.2; the shares of the edges to t are the softmax of their scores, times the weights of the edges
 * before it is divided by its sum. Heads are joined in all layers. Parameters are {@code
 * layers.0.weight} of shape (inputs, outputs), {@code layers.0.source} and {@code layers.0.target}
 * of shape (heads, outputs / heads), {@code layers.0.bias} and so on, and {@code slope} for {@link
 * Activation#PRELU}.
 */
@Experimental
public final class GatProvider implements EncoderProvider<GatOptions> {
  @Override
  public String name() {
    return "gat";
  }

  @Override
  public String summary() {
    return "attention of several heads along the edges of a graph, self-loops added";
  }

  @Override
  public Class<GatOptions> options() {
    return GatOptions.class;
  }

  @Override
  public Encoder create(GatOptions options, Setup setup) {
    List<Integer> widths = Widths.dividedBy(options.heads(), options.widths(), setup);
    GraphInput input = GraphInput.of(name(), setup);
    Weights weights = new Weights(setup);
    long inputs = input.width();
    for (int layer = 0; layer < widths.size(); layer++) {
      String name = "layers." + layer;
      int outputs = widths.get(layer);
      weights.matrix(name + ".weight", inputs, outputs);
      weights.matrix(name + ".source", options.heads(), outputs / options.heads());
      weights.matrix(name + ".target", options.heads(), outputs / options.heads());
      if (options.bias()) {
        weights.constant(name + ".bias", outputs, 0);
      }
      inputs = outputs;
    }
    return new LayeredEncoder(
        setup.kernels().resource(GatProvider.class, "graph-encoders"),
        "gat",
        input,
        weights,
        Rectifier.of(options.activation(), options.activateLast(), widths, setup, weights),
        ".weight",
        ".source",
        ".target",
        ".bias");
  }
}
