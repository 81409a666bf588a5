package io.dyad.vision.encoder;

import ai.djl.ndarray.types.Shape;
import io.dyad.contract.harness.Size;

/** An encoder of pictures, looked at with four of one size. */
abstract class PictureEncoderContract extends BatchStatisticsContract {
  private final int channels;
  private final Size size;

  PictureEncoderContract(int channels, int side) {
    this.channels = channels;
    size = new Size(4, side);
  }

  @Override
  protected Size size() {
    return size;
  }

  @Override
  protected Size least() {
    return size;
  }

  @Override
  protected Shape sample(int width) {
    return new Shape(channels, width, width);
  }
}
