package io.dyad.runtime.report.learned;

import io.dyad.api.Batch;
import io.dyad.api.View;
import io.dyad.runtime.report.picture.Brightness;
import io.dyad.runtime.report.picture.Pixels;
import io.dyad.runtime.report.picture.Thumbnail;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Pictures of samples: of the samples themselves, or else of their plain views, or none. */
final class SamplePictures {
  private Optional<Brightness> brightness = Optional.empty();

  /** Returns a picture for each sample of a batch, or none. The first batch decides the scale. */
  List<BufferedImage> of(Batch batch, View plain) {
    Optional<Pixels> found = pixels(batch, plain);
    if (found.isEmpty()) {
      return List.of();
    }
    Pixels pixels = found.get();
    Brightness scale = brightness.orElseGet(() -> Brightness.of(pixels));
    brightness = Optional.of(scale);
    return all(pixels, scale);
  }

  static Optional<Pixels> pixels(Batch batch, View plain) {
    return Pixels.of(batch.samples())
        .or(() -> Pixels.of(plain))
        .filter(pixels -> pixels.count() == batch.size());
  }

  static List<BufferedImage> all(Pixels pixels, Brightness scale) {
    return IntStream.range(0, pixels.count())
        .mapToObj(i -> Thumbnail.of(scale.image(pixels, i)))
        .toList();
  }
}
