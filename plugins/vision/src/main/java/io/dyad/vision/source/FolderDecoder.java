package io.dyad.vision.source;

import ai.djl.ndarray.types.Shape;
import io.dyad.api.DataException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Decodes the files of a folder as its options say. */
final class FolderDecoder {
  private final ImageDecoder decoder;
  private final Optional<Integer> resize;

  FolderDecoder(ImageFolderOptions options) {
    decoder = new ImageDecoder(options.channels());
    resize = options.resize();
  }

  /**
   * Decodes a file.
   *
   * @throws IOException if it is no image, broken, or unreasonably large
   */
  Raster decode(Path path) throws IOException {
    Raster raster = decoder.decode(path);
    return resize.map(raster::square).orElse(raster);
  }

  /**
   * Returns the pixels of one of the images of a split.
   *
   * @throws IOException as {@link #decode}
   * @throws DataException if it is of another size than the first of them
   */
  byte[] pixels(ImageFile file, FolderSplit split) throws IOException {
    Raster raster = decode(file.path());
    if (!raster.shape().equals(split.sample())) {
      throw new DataException(
          "%s has %s pixels, but %s has %s; set resize, so that all images have one size"
              .formatted(
                  file.path(),
                  size(raster.shape()),
                  split.first().path().getFileName(),
                  size(split.sample())));
    }
    return raster.bytes();
  }

  private static String size(Shape sample) {
    return sample.get(2) + " x " + sample.get(1);
  }
}
