package io.dyad.vision.source;

import ai.djl.ndarray.types.Shape;

/**
 * An 8-bit image in memory: one plane a channel, row after row.
 *
 * @param planes values 0 to 255, {@code channels * height * width}
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between decoder and table, never compared
record Raster(int channels, int height, int width, float[] planes) {
  /** Returns the image with its shorter side at {@code side}, cut to the middle square. */
  Raster square(int side) {
    double scale = (double) side / Math.min(height, width);
    int newHeight = Math.max(side, (int) Math.round(height * scale));
    int newWidth = Math.max(side, (int) Math.round(width * scale));
    Raster resized = acrossTo(newWidth).transposed().acrossTo(newHeight).transposed();
    return resized.cut((newHeight - side) / 2, (newWidth - side) / 2, side);
  }

  /** Returns channels, height and width. */
  Shape shape() {
    return new Shape(channels, height, width);
  }

  byte[] bytes() {
    byte[] bytes = new byte[planes.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.max(0, Math.min(255, Math.round(planes[i])));
    }
    return bytes;
  }

  /** Resamples rows by a triangle as wide as a new pixel, so that shrinking averages. */
  private Raster acrossTo(int newWidth) {
    float[] result = new float[channels * height * newWidth];
    double step = (double) width / newWidth;
    double spread = Math.max(step, 1);
    int[] first = new int[newWidth];
    float[][] weights = new float[newWidth][];
    for (int x = 0; x < newWidth; x++) {
      double centre = (x + 0.5) * step;
      first[x] = Math.max(0, (int) Math.floor(centre - spread));
      int end = Math.min(width, (int) Math.ceil(centre + spread));
      weights[x] = weights(first[x], end, centre, spread);
    }
    for (int row = 0; row < channels * height; row++) {
      for (int x = 0; x < newWidth; x++) {
        int start = row * width + first[x];
        float sum = 0;
        for (int i = 0; i < weights[x].length; i++) {
          sum += weights[x][i] * planes[start + i];
        }
        result[row * newWidth + x] = sum;
      }
    }
    return new Raster(channels, height, newWidth, result);
  }

  private static float[] weights(int first, int end, double centre, double spread) {
    float[] weights = new float[end - first];
    double total = 0;
    for (int i = first; i < end; i++) {
      weights[i - first] = (float) Math.max(0, 1 - Math.abs(i + 0.5 - centre) / spread);
      total += weights[i - first];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (weights[i] / total);
    }
    return weights;
  }

  private Raster transposed() {
    float[] result = new float[planes.length];
    int plane = height * width;
    for (int i = 0; i < planes.length; i++) {
      int row = i % plane / width;
      result[i / plane * plane + i % width * height + row] = planes[i];
    }
    return new Raster(channels, width, height, result);
  }

  private Raster cut(int top, int left, int side) {
    float[] result = new float[channels * side * side];
    for (int row = 0; row < channels * side; row++) {
      int source = (row / side * height + top + row % side) * width + left;
      System.arraycopy(planes, source, result, row * side, side);
    }
    return new Raster(channels, side, side, result);
  }
}
