package io.dyad.vision.source;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.stream.ImageInputStream;

/** Decodes PNG and JPEG files to a given number of channels. */
final class ImageDecoder {
  private static final long MOST_PIXELS = 100_000_000;

  private final int channels;

  ImageDecoder(int channels) {
    // By hand, because a plugin's own class loader is not searched.
    IIORegistry.getDefaultInstance().registerServiceProvider(new JPEGImageReaderSpi());
    this.channels = channels;
  }

  /**
   * Decodes a file.
   *
   * @throws IOException if it is no image, broken, or unreasonably large
   */
  Raster decode(Path path) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(path.toFile())) {
      if (in == null) {
        throw new IOException("not readable");
      }
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("neither PNG nor JPEG");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return decode(reader);
      } catch (RuntimeException broken) { // readers meet broken files with all kinds
        throw new IOException("broken: " + broken.getMessage(), broken);
      } finally {
        reader.dispose();
      }
    }
  }

  private Raster decode(ImageReader reader) throws IOException {
    long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
    if (pixels > MOST_PIXELS) {
      throw new IOException(
          "%d x %d pixels are too many".formatted(reader.getWidth(0), reader.getHeight(0)));
    }
    BufferedImage image = reader.read(0);
    boolean grey =
        image.getRaster().getNumBands() <= 2 && !(image.getColorModel() instanceof IndexColorModel);
    return grey ? grey(image) : colour(image);
  }

  /** Reads the stored values: {@code getRGB} would apply a grey profile and brighten them. */
  private Raster grey(BufferedImage image) {
    int height = image.getHeight();
    int width = image.getWidth();
    int shift = Math.max(0, image.getColorModel().getComponentSize(0) - Byte.SIZE);
    int[] values = image.getRaster().getSamples(0, 0, width, height, 0, (int[]) null);
    float[] planes = new float[channels * values.length];
    for (int i = 0; i < planes.length; i++) {
      planes[i] = values[i % values.length] >> shift;
    }
    return new Raster(channels, height, width, planes);
  }

  private Raster colour(BufferedImage image) {
    int height = image.getHeight();
    int width = image.getWidth();
    float[] planes = new float[channels * height * width];
    if (isPlain(image)) {
      byte[] values = (byte[]) image.getRaster().getDataElements(0, 0, width, height, null);
      int bands = image.getRaster().getNumBands();
      for (int i = 0, at = 0; i < height * width; i++, at += bands) {
        put(planes, i, values[at] & 0xff, values[at + 1] & 0xff, values[at + 2] & 0xff);
      }
    } else {
      int[] values = image.getRGB(0, 0, width, height, null, 0, width);
      for (int i = 0; i < values.length; i++) {
        put(planes, i, values[i] >> 16 & 0xff, values[i] >> 8 & 0xff, values[i] & 0xff);
      }
    }
    return new Raster(channels, height, width, planes);
  }

  /** Returns whether {@code getRGB} would give the stored bytes, which it does slowly. */
  private static boolean isPlain(BufferedImage image) {
    return image.getColorModel() instanceof ComponentColorModel model
        && model.getTransferType() == DataBuffer.TYPE_BYTE
        && model.getColorSpace().isCS_sRGB()
        && !model.isAlphaPremultiplied()
        && image.getRaster().getNumBands() >= 3;
  }

  private void put(float[] planes, int pixel, int red, int green, int blue) {
    if (channels == 1) {
      planes[pixel] = 0.2989f * red + 0.587f * green + 0.114f * blue;
    } else {
      int plane = planes.length / 3;
      planes[pixel] = red;
      planes[plane + pixel] = green;
      planes[2 * plane + pixel] = blue;
    }
  }
}
