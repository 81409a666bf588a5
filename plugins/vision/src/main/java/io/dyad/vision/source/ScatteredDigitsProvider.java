package io.dyad.vision.source;

import io.dyad.api.DataSource;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;
import java.nio.file.Path;
import java.util.Map;

/** Offers {@code scattered-digits}. */
@Stable
public final class ScatteredDigitsProvider implements DataSourceProvider<NoOptions> {
  @Override
  public String name() {
    return "scattered-digits";
  }

  @Override
  public String summary() {
    return "1797 handwritten digits at random places of 12 x 12 pixels; ships with Dyad";
  }

  @Override
  public String source() {
    return "E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits (CC BY 4.0)";
  }

  @Override
  public Class<NoOptions> options() {
    return NoOptions.class;
  }

  @Override
  public DataSource create(NoOptions options, Setup setup) {
    return new ImageSource(
        new EmbeddedFile("scattered-digits/scattered_digits.npz")
            .read(archive -> images(archive, setup)));
  }

  private static Map<String, ResidentImages> images(Path archive, Setup setup) {
    return NpzImages.read(
        archive,
        new NpzOptions(archive, "x_train", "y_train", "x_test", "y_test", ImageLayout.NHWC),
        setup);
  }
}
