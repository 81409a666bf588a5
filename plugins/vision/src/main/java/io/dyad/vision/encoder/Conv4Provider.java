package io.dyad.vision.encoder;

import io.dyad.api.ConfigurationException;
import io.dyad.api.Encoder;
import io.dyad.api.EncoderProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code conv4}: four blocks of 3 x 3 convolution, norm and rectifier with 1, 2, 4 and 8
 * times {@code width} channels; 2 x 2 max pooling after the first three, the mean over all places
 * after the last.
 */
@Stable
public final class Conv4Provider implements EncoderProvider<Conv4Options> {
  private static final int SMALLEST_SIDE = 8;

  @Override
  public String name() {
    return "conv4";
  }

  @Override
  public String summary() {
    return "four convolution blocks for small images; 8 x width features";
  }

  @Override
  public Class<Conv4Options> options() {
    return Conv4Options.class;
  }

  @Override
  public Encoder create(Conv4Options options, Setup setup) {
    Input input = Input.images(name(), setup);
    if (input.smallestSide() < SMALLEST_SIDE) {
      throw new ConfigurationException(
          String.format(
              "%s: encoder \"conv4\" halves the image three times and needs sides of at least %d"
                  + " pixels; the images have %d; use \"mlp\", or resize them",
              setup.name(), SMALLEST_SIDE, input.smallestSide()));
    }
    Weights weights = new Weights(setup, options.norm(), options.groups());
    long inputs = input.size();
    for (int i = 0; i < 4; i++) {
      long outputs = (long) options.width() << i;
      String name = "block" + (i + 1);
      weights.convolution(name, name + ".norm", outputs, inputs, 3, 1);
      inputs = outputs;
    }
    return new ScriptEncoder(
        setup,
        setup.kernels().resource(Conv4Provider.class, "convolution"),
        "conv4",
        input,
        weights,
        weights.groups());
  }
}
