package io.dyad.vision.encoder;

/** Makes the weights of residual blocks. */
final class ResidualBlocks {
  private static final int EXPANSION = 4;

  private final Weights weights;
  private final boolean bottleneck;
  private final double lastScale;

  ResidualBlocks(Weights weights, boolean bottleneck, double lastScale) {
    this.weights = weights;
    this.bottleneck = bottleneck;
    this.lastScale = lastScale;
  }

  /** Adds the blocks of a stage and returns its channels. */
  long stage(int index, long blocks, long inputs, long width) {
    long outputs = bottleneck ? EXPANSION * width : width;
    long channels = inputs;
    for (int block = 0; block < blocks; block++) {
      String name = "layer" + (index + 1) + "." + block;
      if (bottleneck) {
        unit(name, 1, width, channels, 1, 1);
        unit(name, 2, width, width, 3, 1);
        unit(name, 3, outputs, width, 1, lastScale);
      } else {
        unit(name, 1, width, channels, 3, 1);
        unit(name, 2, width, width, 3, lastScale);
      }
      if (block == 0 && (index > 0 || bottleneck)) {
        weights.convolution(name + ".shortcut", name + ".shortcut.norm", outputs, channels, 1, 1);
      }
      channels = outputs;
    }
    return outputs;
  }

  private void unit(String block, int k, long outputs, long inputs, long side, double scale) {
    weights.convolution(block + ".conv" + k, block + ".norm" + k, outputs, inputs, side, scale);
  }
}
