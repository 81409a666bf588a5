package io.dyad.runtime.report.picture;

import java.awt.image.BufferedImage;

/**
 * How values become brightness: {@code factor * value + offset} for each channel, 0 is dark and 1
 * is bright.
 */
@SuppressWarnings("ArrayRecordComponent") // private to the maps made here; not compared
public record Brightness(double[] factor, double[] offset) {
  private static final double LEAST_DEVIATION = 1e-6;
  private static final int COLOURS = 3;

  /**
   * Returns the brightness of un-augmented samples: 8-bit numbers as they are, numbers in [0, 1] as
   * they are, others from their least to their greatest.
   */
  public static Brightness of(Pixels samples) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (float value : samples.values()) {
      if (Float.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    if (samples.bytes()) {
      return even(samples.channels(), 0, 255);
    }
    if (low >= 0 && high <= 1 || !(low < high)) {
      return even(samples.channels(), 0, 1);
    }
    return even(samples.channels(), low, high);
  }

  private static Brightness even(int channels, double low, double high) {
    Brightness brightness = new Brightness(new double[channels], new double[channels]);
    for (int channel = 0; channel < channels; channel++) {
      brightness.factor[channel] = 1 / (high - low);
      brightness.offset[channel] = -low / (high - low);
    }
    return brightness;
  }

  /**
   * Returns the brightness that shows views as these samples look, whatever scaling and
   * normalisation the views went through: it takes mean and deviation of each channel of the plain
   * views to those of the samples they were made of.
   *
   * @param samples what this brightness shows
   * @param plain the un-augmented views of the same samples
   */
  public Brightness through(Pixels samples, Pixels plain) {
    if (samples.channels() != plain.channels()) {
      return of(plain);
    }
    Brightness result = new Brightness(factor.clone(), offset.clone());
    for (int channel = 0; channel < plain.channels(); channel++) {
      Moments from = Moments.of(plain, channel);
      Moments to = Moments.of(samples, channel);
      double scale =
          from.deviation() > LEAST_DEVIATION && to.deviation() > 0
              ? to.deviation() / from.deviation()
              : 1;
      result.factor[channel] = factor[channel] * scale;
      result.offset[channel] =
          factor[channel] * (to.mean() - scale * from.mean()) + offset[channel];
    }
    return result;
  }

  /** Returns one of the pictures, as large as it is. */
  public BufferedImage image(Pixels pixels, int picture) {
    BufferedImage image =
        new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
    int[] levels = new int[pixels.area()];
    for (int band = 0; band < COLOURS; band++) {
      int channel = pixels.channels() == COLOURS ? band : 0;
      int start = pixels.start(picture, channel);
      for (int i = 0; i < levels.length; i++) {
        levels[i] = level(pixels.values()[start + i], channel);
      }
      image.getRaster().setSamples(0, 0, pixels.width(), pixels.height(), band, levels);
    }
    return image;
  }

  private int level(float value, int channel) {
    double brightness = factor[channel] * value + offset[channel];
    return (int) Math.round(255 * Math.max(0, Math.min(1, brightness)));
  }

  private record Moments(double mean, double deviation) {
    static Moments of(Pixels pixels, int channel) {
      double sum = 0;
      double squares = 0;
      for (int picture = 0; picture < pixels.count(); picture++) {
        int start = pixels.start(picture, channel);
        for (int i = start; i < start + pixels.area(); i++) {
          sum += pixels.values()[i];
          squares += (double) pixels.values()[i] * pixels.values()[i];
        }
      }
      double count = (double) pixels.count() * pixels.area();
      double mean = sum / count;
      return new Moments(mean, Math.sqrt(Math.max(0, squares / count - mean * mean)));
    }
  }
}
