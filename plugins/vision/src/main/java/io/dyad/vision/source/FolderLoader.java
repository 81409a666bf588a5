package io.dyad.vision.source;

import ai.djl.ndarray.types.Shape;
import io.dyad.api.DataException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decodes all files of a split on several threads; broken files are left out with a warning. */
final class FolderLoader {
  private static final Logger LOG = LoggerFactory.getLogger(FolderLoader.class);
  private static final int NAMED_FILES = 5;

  private final ImageFolderOptions options;
  private final ImageDecoder decoder;
  private final AtomicLong memory = new AtomicLong();

  private record Decoded(ImageFile file, Optional<Shape> sample, byte[] pixels, String problem) {}

  FolderLoader(ImageFolderOptions options) {
    this.options = options;
    this.decoder = new ImageDecoder(options.channels());
  }

  /**
   * Returns the images of a split.
   *
   * @throws DataException if no file can be read, sizes differ, or memory does not suffice
   */
  ImageTable load(String split, List<ImageFile> files) {
    List<Decoded> all =
        IntStream.range(0, files.size()).parallel().mapToObj(i -> decode(files.get(i))).toList();
    List<Decoded> good = all.stream().filter(image -> image.sample().isPresent()).toList();
    List<Decoded> broken = all.stream().filter(image -> image.sample().isEmpty()).toList();
    report(split, good, broken);
    Shape sample = commonSize(good);
    return new ImageTable(
        sample,
        good.stream().map(Decoded::pixels).toList(),
        good.stream().mapToLong(image -> image.file().label()).toArray());
  }

  private Decoded decode(ImageFile file) {
    try {
      Raster raster = decoder.decode(file.path());
      Raster sized = options.resize().map(raster::square).orElse(raster);
      byte[] pixels = sized.bytes();
      limitMemory(pixels.length);
      Shape sample = new Shape(sized.channels(), sized.height(), sized.width());
      return new Decoded(file, Optional.of(sample), pixels, "");
    } catch (IOException cause) {
      return new Decoded(file, Optional.empty(), new byte[0], String.valueOf(cause.getMessage()));
    }
  }

  private void limitMemory(long bytes) {
    if (memory.addAndGet(bytes) > (long) options.memory() << 20) {
      throw new DataException(
          "%s: the decoded images take more than %d MiB; set resize to make them smaller, or memory to allow more"
              .formatted(options.path(), options.memory()));
    }
  }

  private void report(String split, List<Decoded> good, List<Decoded> broken) {
    List<String> named = new ArrayList<>();
    for (Decoded image : broken.subList(0, Math.min(NAMED_FILES, broken.size()))) {
      named.add(image.file().path() + " (" + image.problem() + ")");
    }
    String first = String.join(", ", named);
    if (good.isEmpty()) {
      throw new DataException(
          "%s: none of the %d files of split \"%s\" can be read; the first: %s"
              .formatted(options.path(), broken.size(), split, first));
    }
    if (!broken.isEmpty()) {
      LOG.warn(
          "{} of {} files of split \"{}\" cannot be read and are left out; the first: {}",
          broken.size(),
          good.size() + broken.size(),
          split,
          first);
    }
  }

  private static Shape commonSize(List<Decoded> images) {
    Decoded first = images.get(0);
    Shape sample = first.sample().orElseThrow();
    for (Decoded image : images) {
      Shape other = image.sample().orElseThrow();
      if (!other.equals(sample)) {
        throw new DataException(
            "%s has %s pixels, but %s has %s; set resize, so that all images have one size"
                .formatted(
                    image.file().path(), size(other), name(first.file().path()), size(sample)));
      }
    }
    return sample;
  }

  private static Path name(Path path) {
    return path.getFileName();
  }

  private static String size(Shape sample) {
    return sample.get(2) + " x " + sample.get(1);
  }
}
