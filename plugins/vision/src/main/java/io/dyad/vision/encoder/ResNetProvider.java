package io.dyad.vision.encoder;

import io.dyad.api.ConfigurationException;
import io.dyad.api.Encoder;
import io.dyad.api.EncoderProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/** Offers {@code resnet}: residual networks of He et al. 2016, without the classifier. */
@Stable
public final class ResNetProvider implements EncoderProvider<ResNetOptions> {
  @Override
  public String name() {
    return "resnet";
  }

  @Override
  public String summary() {
    return "residual network of 18, 34 or 50 layers; 8 x width features, 32 x width for 50 layers";
  }

  @Override
  public String source() {
    return "He et al. 2016, Deep Residual Learning for Image Recognition";
  }

  @Override
  public Class<ResNetOptions> options() {
    return ResNetOptions.class;
  }

  @Override
  public Encoder create(ResNetOptions options, Setup setup) {
    long[] blocks = blocks(options.depth(), setup);
    boolean bottleneck = options.depth() == 50;
    boolean largeStem = options.stem() == ResNetStem.IMAGENET;
    Input input = Input.images(name(), setup);
    Weights weights = new Weights(setup, options.norm(), options.groups());
    weights.convolution("stem", "stem.norm", options.width(), input.size(), largeStem ? 7 : 3, 1);
    ResidualBlocks stages =
        new ResidualBlocks(weights, bottleneck, options.zeroInitResidual() ? 0 : 1);
    long inputs = options.width();
    for (int stage = 0; stage < blocks.length; stage++) {
      inputs = stages.stage(stage, blocks[stage], inputs, (long) options.width() << stage);
    }
    return new ScriptEncoder(
        setup,
        setup.kernels().resource(ResNetProvider.class, "convolution"),
        "resnet",
        input,
        weights,
        weights.groups(),
        blocks,
        bottleneck,
        largeStem);
  }

  private static long[] blocks(int depth, Setup setup) {
    return switch (depth) {
      case 18 -> new long[] {2, 2, 2, 2};
      case 34, 50 -> new long[] {3, 4, 6, 3};
      default ->
          throw new ConfigurationException(
              setup.name() + ".depth must be 18, 34 or 50; got " + depth);
    };
  }
}
