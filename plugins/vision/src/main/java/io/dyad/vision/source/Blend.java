package io.dyad.vision.source;

import ai.djl.ndarray.types.Shape;
import io.dyad.api.DataException;

/** Draws pictures over others of 8 bits, shape (N, C, H, W), in place. */
final class Blend {
  private final byte[] canvas;
  private final int channels;
  private final int height;
  private final int width;
  private final double opacity;
  private final int magnify;

  Blend(byte[] canvas, Shape shape, double opacity, int magnify) {
    this.canvas = canvas;
    this.channels = (int) shape.get(1);
    this.height = (int) shape.get(2);
    this.width = (int) shape.get(3);
    this.opacity = opacity;
    this.magnify = magnify;
  }

  /** Leaves every picture the weight that is not the drawing's. */
  void dim() {
    for (int i = 0; i < canvas.length; i++) {
      canvas[i] = (byte) Math.round((canvas[i] & 0xff) * (1 - opacity));
    }
  }

  /** Adds one picture, enlarged, to one row. */
  void add(int row, byte[] pictures, Shape shape, int picture, OverlayPlan.Place place) {
    int high = (int) shape.get(2);
    int wide = (int) shape.get(3);
    if (shape.get(1) != channels || high * magnify > height || wide * magnify > width) {
      throw new DataException(
          "overlay draws pictures of %d x %d x %d over ones of %d x %d x %d; they need as many channels and must fit (data.magnify is %d)"
              .formatted(
                  shape.get(1), high * magnify, wide * magnify, channels, height, width, magnify));
    }
    int top = (int) (place.down() * (height - high * magnify + 1));
    int left = (int) (place.across() * (width - wide * magnify + 1));
    for (int channel = 0; channel < channels; channel++) {
      int from = (picture * channels + channel) * high * wide;
      int to = (row * channels + channel) * height * width;
      for (int y = 0; y < high * magnify; y++) {
        for (int x = 0; x < wide * magnify; x++) {
          int pixel = pictures[from + (y / magnify) * wide + x / magnify] & 0xff;
          int at = to + (top + y) * width + left + x;
          canvas[at] = (byte) Math.min(255, Math.round((canvas[at] & 0xff) + pixel * opacity));
        }
      }
    }
  }
}
