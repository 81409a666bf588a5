package io.dyad.runtime.report.picture;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Image files in memory. */
final class ImageFile {
  private static final float JPEG_QUALITY = 0.82f;

  private ImageFile() {}

  static byte[] png(BufferedImage image) {
    return write(image, "png", 0.2f);
  }

  static byte[] jpeg(BufferedImage image) {
    return write(image, "jpeg", JPEG_QUALITY);
  }

  /** Returns a picture without colours as one of one channel, which takes a third of the bytes. */
  private static BufferedImage plain(BufferedImage image) {
    WritableRaster raster = image.getRaster();
    int[] red = raster.getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
    for (int band = 1; band < raster.getNumBands(); band++) {
      int[] other =
          raster.getSamples(0, 0, image.getWidth(), image.getHeight(), band, (int[]) null);
      if (!Arrays.equals(red, other)) {
        return image;
      }
    }
    BufferedImage grey =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSamples(0, 0, image.getWidth(), image.getHeight(), 0, red);
    return grey;
  }

  /** For PNG, which loses nothing, a lower quality means more effort. */
  private static byte[] write(BufferedImage image, String format, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(quality);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(plain(image), null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
