package io.dyad.vision.encoder;

import io.dyad.api.ConfigurationException;
import io.dyad.api.Encoder;
import io.dyad.api.EncoderProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;
import java.util.List;

/** Offers {@code mlp}: linear layers with batch norm and rectifiers, as encoder or head. */
@Stable
public final class MlpProvider implements EncoderProvider<MlpOptions> {
  @Override
  public String name() {
    return "mlp";
  }

  @Override
  public String summary() {
    return "linear layers with batch norm and an activation; flattens its input; encoder or head";
  }

  @Override
  public Class<MlpOptions> options() {
    return MlpOptions.class;
  }

  @Override
  public Encoder create(MlpOptions options, Setup setup) {
    List<Integer> widths = options.widths();
    if (widths.isEmpty()) {
      throw new ConfigurationException(
          setup.name() + ".widths is empty; name at least the width of the output");
    }
    Input input = Input.vectors(name(), setup);
    Weights weights = new Weights(setup, NormKind.BATCH, 1);
    long inputs = input.size();
    for (int i = 0; i < widths.size(); i++) {
      boolean last = i == widths.size() - 1;
      layer(weights, i, widths.get(i), inputs, last, options);
      inputs = widths.get(i);
    }
    return new ScriptEncoder(
        setup,
        setup.kernels().resource(MlpProvider.class, "mlp"),
        "forward",
        input,
        weights,
        widths.size(),
        options.batchNorm(),
        options.batchNormLast(),
        options.activateLast(),
        options.activation().ordinal());
  }

  private static void layer(
      Weights weights, int index, long outputs, long inputs, boolean last, MlpOptions options) {
    String name = "layer" + (index + 1);
    weights.linear(name, outputs, inputs);
    if (last ? options.batchNormLast() : options.batchNorm()) {
      weights.norm(name + ".norm", outputs, 1);
    } else {
      weights.bias(name, outputs, inputs);
    }
  }
}
